package dev.storebridge.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every answer says what it cost, by the rule that fits Shopify's recorded answers. */
class ShopifyCostsTest {

  private static ShopifySandbox sandbox;
  private static AdminClient client;

  @BeforeAll
  static void start() {
    sandbox = ShopifySandbox.start(ShopifySettings.demo().withoutLimits());
    client = AdminClient.of(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void aPageOfProductsCosts230() {
    assertThat(requested(Documents.PRODUCTS_PAGE, Map.of())).isEqualTo(230);
  }

  @Test
  void aProductWithAHundredVariantsCosts86() {
    String id = "gid://shopify/Product/8100000000001";
    assertThat(requested(Documents.PRODUCT_BY_ID, Map.of("id", id))).isEqualTo(86);
  }

  @Test
  void stockOfALocationCosts30() {
    Map<String, Object> at = Map.of("locationId", "gid://shopify/Location/66633");
    assertThat(requested(Documents.LEVELS_BY_LOCATION, at)).isEqualTo(30);
  }

  @Test
  void itemsByIdCost3HoweverMany() {
    Map<String, Object> variables =
        Map.of(
            "ids",
            List.of(
                "gid://shopify/InventoryItem/47300000000001",
                "gid://shopify/InventoryItem/47300000000002"),
            "locationId",
            "gid://shopify/Location/66633");
    assertThat(requested(Documents.ITEMS_BY_ID, variables)).isEqualTo(3);
  }

  @Test
  void smallReadsCostWhatTheTableSays() {
    assertThat(requested(Documents.VARIANTS_BY_SKU, Map.of("query", "sku:X"))).isEqualTo(23);
    assertThat(requested(Documents.LOCATIONS, Map.of())).isEqualTo(16);
    assertThat(requested(Documents.SHOP, Map.of())).isEqualTo(6);
  }

  @Test
  void mutationsCostTenAndWhatTheirPayloadHolds() {
    Map<String, Object> run = Map.of("query", "{ products { edges { node { id } } } }");
    assertThat(requested(Documents.BULK_RUN, run)).isEqualTo(10);
    assertThat(
            requested(Documents.INVENTORY_SET, Map.of("input", noStock(), "idempotencyKey", "k")))
        .isEqualTo(14);
  }

  @Test
  void theActualCostIsLowerWhenFewRowsComeBack() {
    JsonNode cost = cost(Documents.PRODUCTS_PAGE, Map.of("query", "title:nothing"));
    assertThat(cost.path("requestedQueryCost").asInt()).isEqualTo(230);
    assertThat(cost.path("actualQueryCost").asInt()).isEqualTo(2);
  }

  @Test
  void refusesAQueryAbove1000Points() {
    JsonNode answer =
        client.ask(
            Documents.PRODUCTS_PAGE.replace("variants(first: 20)", "variants(first: 250)"),
            Map.of("first", 250));
    JsonNode error = answer.path("errors").path(0);
    assertThat(error.path("extensions").path("code").asText()).isEqualTo("MAX_COST_EXCEEDED");
    assertThat(error.path("extensions").path("maxCost").asInt()).isEqualTo(1000);
    assertThat(error.path("message").asText()).startsWith("Query cost is ");
    assertThat(answer.has("data")).isFalse();
  }

  private static Map<String, Object> noStock() {
    return Map.of("name", "available", "reason", "correction", "quantities", List.of());
  }

  private static int requested(String document, Map<String, Object> variables) {
    return cost(document, variables).path("requestedQueryCost").asInt();
  }

  private static JsonNode cost(String document, Map<String, Object> variables) {
    JsonNode answer = client.ask(document, variables);
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    return answer.path("extensions").path("cost");
  }
}
