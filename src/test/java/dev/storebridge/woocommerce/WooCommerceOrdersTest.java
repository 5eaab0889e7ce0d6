package dev.storebridge.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.contract.StoreOrdersContractTest;
import dev.storebridge.contract.StoreUnderTest;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.sandbox.woocommerce.Fault;
import org.junit.jupiter.api.Test;

class WooCommerceOrdersTest extends StoreOrdersContractTest {

  private final WooCommerceUnderTest shop = new WooCommerceUnderTest();

  @Override
  protected StoreUnderTest open() {
    return shop;
  }

  @Test
  void theShopOfThisTestTaxesWhatItMay() {
    ObjectMapper json = new ObjectMapper();
    ObjectNode order = json.createObjectNode();
    order
        .putArray("line_items")
        .addObject()
        .put("name", "Mug")
        .put("quantity", 1)
        .put("total", "10");
    assertThat(shop.sandbox().placeOrder(order).path("total").asText()).isEqualTo("12.00");
  }

  @Test
  void aConnectionThatBreaksAfterTheWorkLeavesTheOutcomeOpen() {
    shop.sandbox().switches().arm(Fault.DONE_BUT_RESET, 1, "POST /orders");
    assertThat(catchThrowable(this::placeOne))
        .isInstanceOfSatisfying(
            PlatformException.class, fault -> assertThat(fault.outcomeUnknown()).isTrue());
    assertThat(shop.sandbox().orders()).hasSize(1);
  }
}
