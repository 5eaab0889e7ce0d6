package dev.storebridge.woocommerce;

import dev.storebridge.contract.StoreAftersaleContractTest;
import dev.storebridge.contract.StoreUnderTest;

class WooCommerceAftersaleTest extends StoreAftersaleContractTest {

  @Override
  protected StoreUnderTest open() {
    return new WooCommerceUnderTest();
  }
}
