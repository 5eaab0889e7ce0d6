package dev.storebridge.sandbox.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlTest {

  private static final String WAREHOUSES = "/logistics/202309/warehouses";

  private final Stage stage = new Stage(TikTokSettings.defaults().withCallLogSize(3));

  @AfterEach
  void stop() {
    stage.close();
  }

  private JsonNode page(String path) {
    return ShopClient.plain(stage.sandbox.apiUrl() + path).json();
  }

  @Test
  void countsEveryCallAndRemembersTheLast() {
    for (int i = 0; i < 5; i++) {
      stage.client().get(WAREHOUSES);
    }
    assertThat(stage.control.callCounts()).containsEntry("GET " + WAREHOUSES, 5L);
    List<Call> calls = stage.control.calls("GET " + WAREHOUSES);
    assertThat(calls).extracting(Call::number).containsExactly(3L, 4L, 5L);
    assertThat(calls).extracting(Call::arrivedNanos).isSorted();
    assertThat(calls).allMatch(call -> call.shop().equals(stage.shop.id()) && call.status() == 200);
    JsonNode shown = page("/sandbox/calls?limit=2&after=3");
    assertThat(shown.path("total").asInt()).isEqualTo(5);
    assertThat(shown.path("calls")).hasSize(2);
    assertThat(shown.path("calls").get(0).path("arrived_epoch_nanos").asLong()).isPositive();
  }

  @Test
  void refusedCallsAreCountedByCode() {
    stage.seller().get(WAREHOUSES);
    assertThat(page("/sandbox/calls").path("by_code").path("106013").asInt()).isEqualTo(1);
  }

  @Test
  void stateAndProductsAreShown() {
    stage.live(stage.mug());
    JsonNode shop = page("/sandbox/state").path("shops").get(0);
    assertThat(shop.path("products").path("ACTIVATE").asInt()).isEqualTo(1);
    JsonNode products = page("/sandbox/products?shop=" + stage.shop.id()).path("products");
    assertThat(products.get(0).path("title").asText()).isEqualTo("Blue stoneware mug");
    assertThat(products.get(0).path("shop_id").asText()).isEqualTo(stage.shop.id());
  }

  @Test
  void aResetForgetsProductsTokensAndCalls() {
    stage.live(stage.mug());
    stage.control.reset();
    assertThat(stage.control.products(stage.shop.id())).isEmpty();
    assertThat(stage.control.callCounts()).isEmpty();
    assertThat(stage.client().get(WAREHOUSES).code()).isEqualTo(36009004);
  }

  @Test
  void unknownControlPagesAreNotFound() {
    assertThat(ShopClient.plain(stage.sandbox.apiUrl() + "/sandbox/nothing").status())
        .isEqualTo(404);
    assertThat(ShopClient.plain(stage.sandbox.apiUrl() + "/sandbox/products?shop=1").status())
        .isEqualTo(400);
  }
}
