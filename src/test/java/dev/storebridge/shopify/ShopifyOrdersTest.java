package dev.storebridge.shopify;

import dev.storebridge.contract.StoreOrdersContractTest;
import dev.storebridge.contract.StoreUnderTest;

class ShopifyOrdersTest extends StoreOrdersContractTest {

  @Override
  protected StoreUnderTest open() {
    return new ShopifyUnderTest();
  }
}
