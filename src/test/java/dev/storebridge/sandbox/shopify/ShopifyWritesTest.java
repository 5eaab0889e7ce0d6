package dev.storebridge.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.SteeredClock;
import dev.storebridge.sandbox.shopify.store.StoredProduct;
import dev.storebridge.sandbox.shopify.store.StoredVariant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mutations: what they change, what they date, what they refuse. */
class ShopifyWritesTest {

  private final SteeredClock clock = new SteeredClock();
  private final ShopifySandbox sandbox =
      ShopifySandbox.start(ShopifySettings.demo().withClock(clock).withoutLimits());
  private final AdminClient client = AdminClient.of(sandbox);
  private final StoredProduct product = sandbox.shelf().products().iterator().next();
  private final StoredVariant variant = product.variants().getFirst();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void stockIsSetWithPairedChangesAndDatesNoProduct() {
    JsonNode set = set("k1", row(9, null));
    JsonNode changes = set.path("inventoryAdjustmentGroup").path("changes");
    assertThat(changes).hasSize(2);
    assertThat(changes.path(0).path("name").asText()).isEqualTo("available");
    assertThat(changes.path(1).path("name").asText()).isEqualTo("on_hand");
    assertThat(changes.path(0).path("delta").asInt()).isEqualTo(9 - 6);
    assertThat(available()).isEqualTo(9);
    assertThat(current().updatedAt()).isEqualTo(product.updatedAt());
  }

  @Test
  void theSameValueChangesNothing() {
    JsonNode set = set("k1", row(6, 6));
    assertThat(set.path("inventoryAdjustmentGroup").isNull()).isTrue();
    assertThat(set.path("userErrors")).isEmpty();
  }

  @Test
  void aStaleComparisonWritesNothing() {
    JsonNode set = set("k1", row(9, 5));
    assertThat(code(set)).isEqualTo("CHANGE_FROM_QUANTITY_STALE");
    assertThat(available()).isEqualTo(6);
  }

  @Test
  void aKeyWorksOnceAndForItsParametersAlone() {
    set("k1", row(9, null));
    sandbox.changeStock(variant.id(), 66633, 3);
    set("k1", row(9, null));
    assertThat(available()).as("the repeat did nothing").isEqualTo(3);
    assertThat(code(set("k1", row(8, null)))).isEqualTo("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
    clock.advance(Duration.ofHours(25));
    set("k1", row(9, null));
    assertThat(available()).isEqualTo(9);
  }

  @Test
  void demandsTheKeyAndTheComparison() {
    String bare =
        Documents.INVENTORY_SET
            .replace("@idempotent(key: $idempotencyKey)", "")
            .replace(", $idempotencyKey: String!", "");
    JsonNode without = client.ask(bare, Map.of("input", input(row(9, null))));
    assertThat(without.path("errors").path(0).path("message").asText())
        .isEqualTo("The @idempotent directive is required for this mutation but was not provided.");
    assertThat(without.path("data").isNull()).isTrue();
    Map<String, Object> row = row(9, null);
    row.remove("changeFromQuantity");
    JsonNode blind =
        client.ask(Documents.INVENTORY_SET, Map.of("input", input(row), "idempotencyKey", "k"));
    assertThat(blind.path("errors").path(0).path("extensions").path("code").asText())
        .isEqualTo("INVALID_FIELD_ARGUMENTS");
  }

  @Test
  void refusesUnknownPlacesAndReasons() {
    Map<String, Object> row = row(9, null);
    row.put("locationId", "gid://shopify/Location/1");
    assertThat(code(set("k1", row))).isEqualTo("INVALID_LOCATION");
    row = row(9, null);
    row.put("inventoryItemId", "gid://shopify/InventoryItem/1");
    assertThat(code(set("k2", row))).isEqualTo("INVALID_INVENTORY_ITEM");
    Map<String, Object> input = new HashMap<>(input(row(9, null)));
    input.put("reason", "mood");
    assertThat(code(set("k3", input, true))).isEqualTo("INVALID_REASON");
  }

  @Test
  void anEditDatesTheProductUnlessNothingDiffers() {
    clock.advance(Duration.ofHours(1));
    Instant now = sandbox.shelf().now();
    String rename =
        "mutation($p: ProductUpdateInput!) { productUpdate(product: $p) { product { title updatedAt"
            + " } userErrors { field message } } }";
    Map<String, Object> same = Map.of("id", gid(), "title", product.title());
    client.ask(rename, Map.of("p", same));
    assertThat(current().updatedAt()).isEqualTo(product.updatedAt());
    Map<String, Object> other = Map.of("id", gid(), "title", "Quay Mug");
    JsonNode answer = client.ask(rename, Map.of("p", other));
    assertThat(answer.path("data").path("productUpdate").path("product").path("title").asText())
        .isEqualTo("Quay Mug");
    assertThat(current().updatedAt()).isEqualTo(now);
  }

  @Test
  void aPriceIsEditedAndShownPadded() {
    String edit =
        "mutation($id: ID!, $v: [ProductVariantsBulkInput!]!) { productVariantsBulkUpdate(productId:"
            + " $id, variants: $v) { productVariants { price } userErrors { field message code } } }";
    Map<String, Object> price =
        Map.of("id", "gid://shopify/ProductVariant/" + variant.id(), "price", "42.5");
    JsonNode answer = client.ask(edit, Map.of("id", gid(), "v", List.of(price)));
    JsonNode payload = answer.path("data").path("productVariantsBulkUpdate");
    assertThat(payload.path("productVariants").path(0).path("price").asText()).isEqualTo("42.50");
    Map<String, Object> negative = new HashMap<>(price);
    negative.put("price", "-1");
    JsonNode refused = client.ask(edit, Map.of("id", gid(), "v", List.of(negative)));
    assertThat(code(refused.path("data").path("productVariantsBulkUpdate")))
        .isEqualTo("GREATER_THAN_OR_EQUAL_TO");
  }

  private JsonNode set(String key, Map<String, Object> row) {
    return set(key, input(row), true);
  }

  private JsonNode set(String key, Map<String, Object> input, boolean sound) {
    JsonNode answer =
        client.ask(Documents.INVENTORY_SET, Map.of("input", input, "idempotencyKey", key));
    assertThat(answer.has("errors")).as(answer.toString()).isNotEqualTo(sound);
    return answer.path("data").path("inventorySetQuantities");
  }

  private static Map<String, Object> input(Map<String, Object> row) {
    return Map.of("name", "available", "reason", "correction", "quantities", List.of(row));
  }

  private Map<String, Object> row(int quantity, Integer from) {
    Map<String, Object> row = new HashMap<>();
    row.put("inventoryItemId", "gid://shopify/InventoryItem/" + variant.itemId());
    row.put("locationId", "gid://shopify/Location/66633");
    row.put("quantity", quantity);
    row.put("changeFromQuantity", from);
    return row;
  }

  private int available() {
    return sandbox.shelf().level(variant.itemId(), 66633).orElseThrow().available();
  }

  private StoredProduct current() {
    return sandbox.shelf().product(product.id()).orElseThrow();
  }

  private String gid() {
    return "gid://shopify/Product/" + product.id();
  }

  private static String code(JsonNode payload) {
    return payload.path("userErrors").path(0).path("code").asText();
  }
}
