package dev.storebridge.sandbox.tiktok;

import static dev.storebridge.sandbox.tiktok.Bodies.first;
import static dev.storebridge.sandbox.tiktok.Bodies.price;
import static dev.storebridge.sandbox.tiktok.Bodies.size;
import static dev.storebridge.sandbox.tiktok.Bodies.two;
import static dev.storebridge.sandbox.tiktok.Bodies.weight;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is taken, what is cleared, and what each market wants besides. */
class ProductMarketsTest {

  private static Stage stage;

  @BeforeAll
  static void start() {
    stage = new Stage();
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @Test
  void takesStockOfZeroAndSeveralSkus() {
    ObjectNode body = stage.mug();
    two(body, "Red", "Purple");
    ((ObjectNode) body.path("skus").get(0).path("inventory").get(0)).put("quantity", 0);
    JsonNode skus = stage.client().post(Stage.CREATE, body).data().path("skus");
    assertThat(skus.get(0).path("sales_attributes").get(0).path("id").asText()).isEqualTo("100000");
    assertThat(skus.get(0).path("sales_attributes").get(0).path("value_id").asText())
        .isEqualTo("1000001");
    assertThat(skus.get(1).path("sales_attributes").get(0).path("value_id").asText()).isNotEmpty();
  }

  @Test
  void clearsAWrongBrandAndBarcodeWithAWarning() {
    ObjectNode body = stage.mug().put("brand_id", "1");
    first(body).putObject("identifier_code").put("code", "123").put("type", "EAN");
    JsonNode data = stage.client().post(Stage.CREATE, body).data();
    assertThat(data.path("warnings")).hasSize(2);
    JsonNode product = stage.product(data.path("product_id").asText());
    assertThat(product.has("brand")).isFalse();
    assertThat(product.path("skus").get(0).has("identifier_code")).isFalse();
  }

  @Test
  void takesOwnImagesInDescriptions() {
    JsonNode upload =
        stage
            .seller()
            .upload(Stage.UPLOAD, Stage.png(300, 300), Map.of("use_case", "DESCRIPTION_IMAGE"))
            .data();
    String image = "<img src=\"" + upload.path("url").asText() + "\" width=\"300\" height=\"%s\">";
    ObjectNode body = stage.mug().put("description", image.formatted("300"));
    assertThat(stage.client().post(Stage.CREATE, body).code()).isZero();
    assertThat(
            stage
                .client()
                .post(Stage.CREATE, body.put("description", image.formatted("4000")))
                .code())
        .isEqualTo(12052341);
  }

  @Test
  void theUnitedStatesWantTheSecondTreeAndTakeListPrices() {
    try (Stage us = Stage.in("US")) {
      ObjectNode body = us.mug();
      price(body).put("currency", "USD");
      assertThat(us.client().post(Stage.CREATE, body).code()).isEqualTo(12052217);
      body.put("category_version", "v2").put("category_id", "800942");
      weight(body, "1.25", "POUND");
      first(body).putObject("list_price").put("amount", "20.00").put("currency", "USD");
      assertThat(us.client().post(Stage.CREATE, body).code()).isZero();
      size(body, "2", "CENTIMETER");
      assertThat(us.client().post(Stage.CREATE, body).code()).isEqualTo(12052915);
    }
  }

  @Test
  void southEastAsiaWantsLongTitlesAndWholeRupiah() {
    try (Stage indonesia = Stage.in("ID")) {
      ObjectNode body = indonesia.mug().put("category_version", "v2").put("category_id", "800942");
      price(body).put("currency", "IDR").put("amount", "150000");
      assertThat(indonesia.client().post(Stage.CREATE, body).code()).isEqualTo(12052931);
      body.put("title", "A blue stoneware mug for tea and coffee");
      assertThat(indonesia.client().post(Stage.CREATE, body).code()).isZero();
      price(body).put("amount", "150000.50");
      assertThat(indonesia.client().post(Stage.CREATE, body).code()).isEqualTo(12052073);
    }
  }

  @Test
  void crossBorderSellersNameTheSalePrice() {
    TikTokShop shop = TikTokShop.of("7495000000000000001", "GB").asCrossBorder();
    try (Stage global = new Stage(TikTokSettings.defaults().withShops(shop))) {
      ObjectNode body = global.mug();
      assertThat(global.client().post(Stage.CREATE, body).code()).isEqualTo(12052424);
      price(body).put("sale_price", "9.99").remove("amount");
      assertThat(global.client().post(Stage.CREATE, body).code()).isZero();
    }
  }
}
