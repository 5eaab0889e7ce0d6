package dev.storebridge.sandbox.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnowledgeTest {

  private static final String CATEGORIES = "/product/202309/categories";
  private static final String BRANDS = "/product/202309/brands";
  private static final String WEBHOOKS = "/event/202309/webhooks";

  private final Stage stage = new Stage();

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void theTreeHidesProhibitedCategoriesUnlessAsked() {
    List<String> ids = stage.client().get(CATEGORIES).data().findValuesAsText("id");
    assertThat(ids).contains("601226", "600942", "600951", "600001").doesNotContain("601901");
    assertThat(
            stage
                .client()
                .with("include_prohibited_categories", true)
                .get(CATEGORIES)
                .data()
                .findValuesAsText("id"))
        .contains("601901");
  }

  @Test
  void theSecondTreeIsAskedForByVersion() {
    assertThat(
            stage
                .client()
                .with("category_version", "v2")
                .get(CATEGORIES)
                .data()
                .findValuesAsText("id"))
        .contains("800942")
        .doesNotContain("600942");
    try (Stage us = Stage.in("US")) {
      assertThat(us.client().get(CATEGORIES).code()).isEqualTo(12052217);
    }
  }

  @Test
  void attributesCarryTheMisspeltFlag() {
    JsonNode list = stage.client().get(CATEGORIES + "/601301/attributes").data().path("attributes");
    JsonNode warranty = null;
    for (JsonNode each : list) {
      warranty = each.path("id").asText().equals("100109") ? each : warranty;
    }
    assertThat(warranty.path("is_requried").asBoolean()).isTrue();
    assertThat(warranty.path("is_customizable").asBoolean(true)).isFalse();
    assertThat(warranty.path("values")).hasSize(3);
    assertThat(stage.client().get(CATEGORIES + "/600001/attributes").code()).isEqualTo(12052024);
    assertThat(stage.client().get(CATEGORIES + "/9/attributes").code()).isEqualTo(12052023);
  }

  @Test
  void rulesNameCertificatesSizeChartsAndDimensions() {
    JsonNode toys = stage.client().get(CATEGORIES + "/601312/rules").data();
    assertThat(toys.path("product_certifications").get(0).path("is_required").asBoolean()).isTrue();
    JsonNode shirts = stage.client().get(CATEGORIES + "/601323/rules").data();
    assertThat(shirts.path("size_chart").path("is_required").asBoolean()).isTrue();
    JsonNode kettles = stage.client().get(CATEGORIES + "/601301/rules").data();
    assertThat(kettles.path("package_dimension").path("is_required").asBoolean()).isTrue();
    assertThat(stage.client().get(CATEGORIES + "/601901/rules").code()).isEqualTo(12052220);
  }

  @Test
  void recommendsByTitleOrSaysThatNothingFits() {
    JsonNode data =
        stage
            .client()
            .post(CATEGORIES + "/recommend", "{\"product_title\":\"Scented Candle\"}")
            .data();
    assertThat(data.path("leaf_category_id").asText()).isEqualTo("600951");
    assertThat(data.path("categories")).hasSize(2);
    assertThat(
            stage
                .client()
                .post(CATEGORIES + "/recommend", "{\"product_title\":\"Quantum flux\"}")
                .code())
        .isEqualTo(12019064);
  }

  @Test
  void brandsArePagedAndCanBeAdded() {
    List<String> names = new ArrayList<>();
    String token = "";
    do {
      ShopClient client = stage.client().with("page_size", 2);
      client = token.isEmpty() ? client : client.with("page_token", token);
      JsonNode data = client.get(BRANDS).data();
      names.addAll(data.findValuesAsText("name"));
      token = data.path("next_page_token").asText();
    } while (!token.isEmpty());
    assertThat(names).hasSize(5).doesNotHaveDuplicates();
    String id = stage.seller().post(BRANDS, "{\"name\":\"Tailspin\"}").data().path("id").asText();
    assertThat(
            stage
                .client()
                .with("page_size", 5)
                .with("brand_name", "tail")
                .get(BRANDS)
                .data()
                .findValuesAsText("id"))
        .containsExactly(id);
    assertThat(stage.seller().post(BRANDS, "{\"name\":\"T\"}").code()).isEqualTo(12052910);
  }

  @Test
  void fourWarehousesStandInEveryShop() {
    JsonNode list = stage.client().get("/logistics/202309/warehouses").data().path("warehouses");
    assertThat(list.findValuesAsText("type"))
        .containsExactly(
            "SALES_WAREHOUSE", "SALES_WAREHOUSE", "RETURN_WAREHOUSE", "SALES_WAREHOUSE");
    assertThat(list.get(0).path("id").asText()).isEqualTo("7000000000000000021");
    assertThat(list.get(0).path("is_default").asBoolean()).isTrue();
    assertThat(list.get(3).path("effect_status").asText()).isEqualTo("DISABLED");
    assertThat(list.get(0).path("address").has("distict")).isTrue();
  }

  @Test
  void prerequisitesAreMet() {
    JsonNode checks =
        stage.client().get("/product/202312/prerequisites").data().path("check_results");
    assertThat(checks.findValuesAsText("check_item")).contains("BANk_ACCOUNT", "SHOP_STATUS");
    assertThat(checks.findValuesAsText("is_failed")).containsOnly("false");
  }

  @Test
  void eventAddressesAreKeptPerEvent() {
    String hook =
        "{\"address\":\"https://a.example/hook\",\"event_type\":\"PRODUCT_STATUS_CHANGE\"}";
    assertThat(stage.client().send("PUT", WEBHOOKS, hook).code()).isZero();
    assertThat(stage.client().send("PUT", WEBHOOKS, hook.replace("a.example", "b.example")).code())
        .isZero();
    JsonNode data = stage.client().get(WEBHOOKS).data();
    assertThat(data.path("total_count").asInt()).isEqualTo(1);
    assertThat(data.path("webhooks").get(0).path("address").asText()).contains("b.example");
    String event = "{\"event_type\":\"PRODUCT_STATUS_CHANGE\"}";
    assertThat(stage.client().send("DELETE", WEBHOOKS, event).code()).isZero();
    assertThat(stage.client().send("DELETE", WEBHOOKS, event).code()).isZero();
    assertThat(stage.control.webhooks(stage.shop.id())).isEmpty();
    assertThat(stage.client().send("PUT", WEBHOOKS, hook.replace("PRODUCT_STATUS", "MOON")).code())
        .isEqualTo(98001004);
  }
}
