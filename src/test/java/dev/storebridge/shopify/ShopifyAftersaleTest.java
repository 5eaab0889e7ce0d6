package dev.storebridge.shopify;

import dev.storebridge.contract.StoreAftersaleContractTest;
import dev.storebridge.contract.StoreUnderTest;

class ShopifyAftersaleTest extends StoreAftersaleContractTest {

  @Override
  protected StoreUnderTest open() {
    return new ShopifyUnderTest();
  }
}
