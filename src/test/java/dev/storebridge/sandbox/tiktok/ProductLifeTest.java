package dev.storebridge.sandbox.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProductLifeTest {

  private static final String EDIT = "/product/202509/products/";

  private final Stage stage = new Stage();

  @AfterEach
  void stop() {
    stage.close();
  }

  private ShopClient.Reply put(String id, JsonNode body) {
    return stage.client().send("PUT", EDIT + id, body.toString());
  }

  private ShopClient.Reply partial(String id, String body) {
    return stage.client().post(EDIT + id + "/partial_edit", body);
  }

  private String title(String id) {
    return stage.product(id).path("title").asText();
  }

  private String status(String id) {
    return stage.product(id).path("status").asText();
  }

  private ShopClient.Reply act(String action, String... ids) {
    ObjectNode body = Json.object();
    ArrayNode list = body.putArray("product_ids");
    for (String id : ids) {
      list.add(id);
    }
    return action.equals("delete")
        ? stage.client().send("DELETE", Stage.CREATE, body.toString())
        : stage.client().post(Stage.CREATE + "/" + action, body);
  }

  private void reviewEnds() {
    stage.clock.step(Duration.ofSeconds(4));
  }

  @Test
  void anEditOfALiveProductWaitsWhileTheOldVersionSells() {
    ObjectNode body = stage.mug();
    String id = stage.live(body);
    ShopClient.Reply reply = partial(id, "{\"title\":\"Green stoneware mug\"}");
    assertThat(reply.data().path("audit").path("status").asText()).isEqualTo("AUDITING");
    assertThat(title(id)).isEqualTo("Blue stoneware mug");
    assertThat(status(id)).isEqualTo("ACTIVATE");
    ShopClient waiting = stage.client().with("return_under_review_version", true);
    assertThat(waiting.get(Stage.CREATE + "/" + id).data().path("title").asText())
        .isEqualTo("Green stoneware mug");
    reviewEnds();
    assertThat(title(id)).isEqualTo("Green stoneware mug");
    assertThat(waiting.get(Stage.CREATE + "/" + id).code()).isEqualTo(12052547);
  }

  @Test
  void aRefusedEditLeavesTheLiveVersionAndTellsWhy() {
    String id = stage.live(stage.mug());
    stage.control.switchOn(Fault.always(FaultKind.REFUSE_REVIEW).withPattern("(?i)forbidden"));
    partial(id, "{\"title\":\"Forbidden mug\"}");
    reviewEnds();
    JsonNode product = stage.product(id);
    assertThat(product.path("title").asText()).isEqualTo("Blue stoneware mug");
    assertThat(product.path("status").asText()).isEqualTo("ACTIVATE");
    assertThat(product.path("audit").path("status").asText()).isEqualTo("FAILED");
    assertThat(product.path("audit_failed_reasons").get(0).path("reasons")).isNotEmpty();
  }

  @Test
  void aRefusedProductFailsAndCanBeSubmittedAgain() {
    stage.control.switchOn(Fault.times(FaultKind.REFUSE_REVIEW, 1));
    String id = stage.live(stage.mug());
    assertThat(status(id)).isEqualTo("FAILED");
    partial(id, "{\"title\":\"A better mug\"}");
    assertThat(status(id)).isEqualTo("PENDING");
    reviewEnds();
    assertThat(status(id)).isEqualTo("ACTIVATE");
    assertThat(stage.product(id).path("audit_failed_reasons")).isEmpty();
  }

  @Test
  void aFullEditDeletesTheSkusItLeavesOutOnceApproved() {
    ObjectNode body = stage.mug();
    ArrayNode skus = body.putArray("skus");
    skus.add(Stage.colour(Stage.sku("A", "1.00", "GBP", 1), "Red"));
    skus.add(Stage.colour(Stage.sku("B", "1.00", "GBP", 1), "Blue"));
    String id = stage.live(body);
    String kept = stage.product(id).path("skus").get(0).path("id").asText();
    ObjectNode sku = Stage.colour(Json.object().put("id", kept).put("seller_sku", "A"), "Red");
    body.putArray("skus").add(sku);
    assertThat(put(id, body).code()).isZero();
    assertThat(stage.product(id).path("skus")).hasSize(2);
    reviewEnds();
    JsonNode left = stage.product(id).path("skus");
    assertThat(left).hasSize(1);
    assertThat(left.get(0).path("id").asText()).isEqualTo(kept);
    assertThat(left.get(0).path("price").path("sale_price").asText()).isEqualTo("1.00");
  }

  @Test
  void anEditOfPriceAndStockAloneNeedsNoReview() {
    ObjectNode body = stage.mug();
    String id = stage.live(body);
    ObjectNode sku = (ObjectNode) body.path("skus").get(0);
    sku.put("id", stage.product(id).path("skus").get(0).path("id").asText());
    ((ObjectNode) sku.path("price")).put("amount", "15.00");
    assertThat(put(id, body).data().path("audit").path("status").asText()).isEqualTo("APPROVED");
    assertThat(stage.product(id).path("skus").get(0).path("price").path("sale_price").asText())
        .isEqualTo("15.00");
  }

  @Test
  void aForeignSkuIdIsRefused() {
    ObjectNode body = stage.mug();
    String id = stage.live(body);
    ((ObjectNode) body.path("skus").get(0)).put("id", "1");
    assertThat(put(id, body).code()).isEqualTo(12052557);
  }

  @Test
  void theCategoryCannotChangeInAPartialEdit() {
    String id = stage.live(stage.mug());
    assertThat(partial(id, "{\"category_id\":\"601226\"}").code()).isEqualTo(36009004);
  }

  @Test
  void deactivationAndActivationGoThroughTheirStates() {
    String id = stage.live(stage.mug());
    assertThat(act("deactivate", id).json().path("data").has("errors")).isFalse();
    assertThat(status(id)).isEqualTo("SELLER_DEACTIVATED");
    act("activate", id);
    assertThat(status(id)).isEqualTo("PENDING");
    reviewEnds();
    assertThat(status(id)).isEqualTo("ACTIVATE");
  }

  @Test
  void batchesFailPartlyInsideCodeZero() {
    String live = stage.live(stage.mug());
    String pending =
        stage.client().post(Stage.CREATE, stage.mug()).data().path("product_id").asText();
    ShopClient.Reply reply = act("deactivate", live, pending, "1");
    assertThat(reply.code()).isZero();
    JsonNode errors = reply.data().path("errors");
    assertThat(errors).hasSize(2);
    assertThat(errors.get(0).path("code").asInt()).isEqualTo(12052901);
    assertThat(errors.get(0).path("detail").path("product_id").asText()).isEqualTo(pending);
    assertThat(errors.get(1).path("code").asInt()).isEqualTo(12052032);
    assertThat(status(live)).isEqualTo("SELLER_DEACTIVATED");
  }

  @Test
  void deletedProductsCanBeRecovered() {
    String id = stage.live(stage.mug());
    assertThat(act("delete", id).code()).isZero();
    assertThat(stage.client().get(Stage.CREATE + "/" + id).code()).isEqualTo(12052901);
    act("recover", id);
    assertThat(status(id)).isEqualTo("SELLER_DEACTIVATED");
  }

  @Test
  void moreThanTwentyProductsAreRefused() {
    assertThat(act("delete", "1,".repeat(21).split(",")).code()).isEqualTo(12019120);
  }

  @Test
  void frozenProductsCannotBeReadOrEdited() {
    String id = stage.live(stage.mug());
    stage.control.setStatus(stage.shop.id(), id, "FREEZE");
    assertThat(stage.client().get(Stage.CREATE + "/" + id).code()).isEqualTo(12052901);
    assertThat(partial(id, "{\"title\":\"Other\"}").code()).isEqualTo(12052901);
  }

  @Test
  void draftsStayDraftsUntilSubmitted() {
    ObjectNode body = stage.mug().put("save_mode", "AS_DRAFT");
    String id = stage.live(body);
    assertThat(status(id)).isEqualTo("DRAFT");
    body.put("save_mode", "LISTING");
    put(id, body);
    assertThat(status(id)).isEqualTo("PENDING");
  }

  @Test
  void aProductOfAnotherShopIsNotFound() {
    TikTokShop one = TikTokShop.of("7495000000000000001", "GB");
    TikTokShop two = TikTokShop.of("7495000000000000002", "GB");
    try (Stage both = new Stage(TikTokSettings.defaults().withShops(one, two))) {
      String id = both.live(both.mug());
      ShopClient other =
          both.client()
              .token(both.control.authorise(both.app, two.id()).access())
              .cipher(two.cipher());
      assertThat(other.get(Stage.CREATE + "/" + id).code()).isEqualTo(12052048);
      assertThat(other.get(Stage.CREATE + "/17").code()).isEqualTo(12052032);
    }
  }
}
