package dev.storebridge.sandbox.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListingTest {

  private final Stage stage = new Stage();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void aProductWaitsForItsReviewAndGoesLive() {
    ShopClient.Reply reply = stage.client().post(Stage.CREATE, stage.mug());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().fieldNames())
        .toIterable()
        .containsExactly("code", "message", "data", "request_id");
    String id = reply.data().path("product_id").asText();
    assertThat(id).matches("\\d{19}");
    assertThat(reply.data().path("skus").get(0).path("seller_sku").asText()).isEqualTo("MUG-1");
    assertThat(stage.product(id).path("status").asText()).isEqualTo("PENDING");
    assertThat(stage.product(id).path("audit").path("status").asText()).isEqualTo("AUDITING");
    stage.clock.step(Duration.ofSeconds(4));
    assertThat(stage.product(id).path("status").asText()).isEqualTo("ACTIVATE");
    assertThat(stage.product(id).path("audit").path("status").asText()).isEqualTo("APPROVED");
  }

  @Test
  void getShowsPriceAndStockUnderTheirReadNames() {
    JsonNode product = stage.product(stage.live(stage.mug()));
    JsonNode sku = product.path("skus").get(0);
    assertThat(sku.path("price").path("sale_price").asText()).isEqualTo("12.50");
    assertThat(sku.path("price").has("amount")).isFalse();
    assertThat(sku.path("inventory").get(0).path("quantity").asInt()).isEqualTo(7);
    assertThat(product.path("category_chains")).hasSize(3);
    assertThat(product.path("main_images").get(0).path("width").asInt()).isEqualTo(400);
  }

  @Test
  void searchPagesThroughEverythingOnce() {
    for (int i = 0; i < 5; i++) {
      ObjectNode body = stage.mug().put("title", "Mug number " + i);
      ((ObjectNode) body.path("skus").get(0)).put("seller_sku", "M-" + i);
      stage.client().post(Stage.CREATE, body);
    }
    List<String> seen = new ArrayList<>();
    String token = "";
    do {
      ShopClient client = stage.client().with("page_size", 2);
      client = token.isEmpty() ? client : client.with("page_token", token);
      JsonNode data = client.post(Stage.SEARCH, "{\"status\":\"ALL\"}").data();
      assertThat(data.path("total_count").asInt()).isEqualTo(5);
      data.path("products").forEach(product -> seen.add(product.path("title").asText()));
      token = data.path("next_page_token").asText();
    } while (!token.isEmpty());
    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void aPageTokenIsBoundToItsQuery() {
    stage.client().post(Stage.CREATE, stage.mug());
    stage.client().post(Stage.CREATE, stage.mug());
    String token =
        stage
            .client()
            .with("page_size", 1)
            .post(Stage.SEARCH, "{\"status\":\"ALL\"}")
            .data()
            .path("next_page_token")
            .asText();
    ShopClient next = stage.client().with("page_size", 1).with("page_token", token);
    assertThat(token).containsPattern("[+/=]");
    assertThat(next.post(Stage.SEARCH, "{\"status\":\"ALL\"}").code()).isZero();
    assertThat(next.post(Stage.SEARCH, "{\"status\":\"PENDING\"}").code()).isEqualTo(12019108);
  }

  @Test
  void searchFindsBySellerSkuAndStatus() {
    String id = stage.live(stage.mug());
    ShopClient client = stage.client().with("page_size", 10);
    String found = "{\"seller_skus\":[\"MUG-1\",\"NONE\"]}";
    assertThat(client.post(Stage.SEARCH, found).data().path("products").get(0).path("id").asText())
        .isEqualTo(id);
    assertThat(
            client.post(Stage.SEARCH, "{\"status\":\"DRAFT\"}").data().path("total_count").asInt())
        .isZero();
    assertThat(client.post(Stage.SEARCH, "{\"status\":\"LIVE\"}").code()).isEqualTo(12019113);
    assertThat(stage.client().with("page_size", 101).post(Stage.SEARCH, "{}").code())
        .isEqualTo(12019109);
    assertThat(stage.client().post(Stage.SEARCH, "{}").code()).isEqualTo(36009004);
  }

  @Test
  void aRepeatedIdempotencyKeyCreatesNothingNew() {
    ObjectNode body = stage.mug().put("idempotency_key", "5f1c1f0e");
    String first = stage.client().post(Stage.CREATE, body).data().path("product_id").asText();
    String again = stage.client().post(Stage.CREATE, body).data().path("product_id").asText();
    assertThat(again).isEqualTo(first);
    assertThat(stage.control.products(stage.shop.id())).hasSize(1);
    assertThat(stage.client().post(Stage.CREATE, body.put("title", "Another")).code())
        .isEqualTo(98001004);
  }

  @Test
  void anExternalIdIsUsedOnce() {
    ObjectNode body = stage.mug().put("external_product_id", "store-1");
    assertThat(stage.client().post(Stage.CREATE, body).code()).isZero();
    assertThat(stage.client().post(Stage.CREATE, body).code()).isEqualTo(12052996);
  }

  @Test
  void theDailyLimitEndsWithTheDay() {
    try (Stage small = new Stage(TikTokSettings.defaults().withNewListingsPerDay(1))) {
      assertThat(small.client().post(Stage.CREATE, small.mug()).code()).isZero();
      assertThat(small.client().post(Stage.CREATE, small.mug()).code()).isEqualTo(12052093);
      assertThat(small.client().post(Stage.CREATE, small.mug().put("save_mode", "AS_DRAFT")).code())
          .isZero();
      small.clock.step(Duration.ofDays(1));
      assertThat(small.client().post(Stage.CREATE, small.mug()).code()).isZero();
    }
  }
}
