package dev.storebridge.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.store.Shelf;
import dev.storebridge.sandbox.shopify.store.StoredLevel;
import dev.storebridge.sandbox.shopify.store.StoredOption;
import dev.storebridge.sandbox.shopify.store.StoredProduct;
import dev.storebridge.sandbox.shopify.store.StoredValue;
import dev.storebridge.sandbox.shopify.store.StoredVariant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The bodies of deliveries, in the words of Shopify's older REST API. */
final class Payloads {

  private static final int MOST_VARIANTS = 100;

  private final Shelf shelf;

  Payloads(Shelf shelf) {
    this.shelf = shelf;
  }

  JsonNode product(StoredProduct product) {
    Map<String, Object> json = identified("Product", product.id());
    json.put("title", product.title());
    json.put("body_html", product.descriptionHtml());
    json.put("vendor", product.vendor());
    json.put("product_type", product.productType());
    json.put("created_at", product.createdAt());
    json.put("updated_at", product.updatedAt());
    json.put("handle", product.handle());
    json.put("status", product.status().toLowerCase(Locale.ROOT));
    json.put("tags", String.join(", ", product.tags()));
    List<StoredVariant> variants = product.variants();
    json.put("variants", variants.stream().limit(MOST_VARIANTS).map(this::variant).toList());
    json.put(
        "variant_gids",
        variants.stream()
            .map(v -> identity("ProductVariant", v.id(), v.updatedAt().toString()))
            .toList());
    json.put("options", product.options().stream().map(o -> option(product.id(), o)).toList());
    json.put("images", List.of());
    return tree(json);
  }

  private Map<String, Object> variant(StoredVariant variant) {
    Map<String, Object> json = identified("ProductVariant", variant.id());
    json.put("product_id", variant.productId());
    json.put("title", variant.title());
    json.put("price", variant.price().toPlainString());
    json.put(
        "compare_at_price",
        variant.compareAt() == null ? null : variant.compareAt().toPlainString());
    json.put("sku", variant.sku());
    json.put("barcode", variant.barcode());
    json.put("position", variant.position());
    json.put("inventory_item_id", variant.itemId());
    json.put("inventory_quantity", shelf.available(variant.itemId()));
    json.put("old_inventory_quantity", shelf.available(variant.itemId()));
    json.put("created_at", variant.createdAt());
    json.put("updated_at", variant.updatedAt());
    for (int i = 0; i < 3; i++) {
      boolean chosen = i < variant.choices().size();
      json.put("option" + (i + 1), chosen ? variant.choices().get(i).value().name() : null);
    }
    return json;
  }

  private static Map<String, Object> option(long productId, StoredOption option) {
    return Map.of(
        "id", option.id(),
        "product_id", productId,
        "name", option.name(),
        "position", option.position(),
        "values", option.values().stream().map(StoredValue::name).toList());
  }

  private static Map<String, Object> identity(String type, long id, String updatedAt) {
    return Map.of("admin_graphql_api_id", Gid.of(type, id), "updated_at", updatedAt);
  }

  private static Map<String, Object> identified(String type, long id) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("admin_graphql_api_id", Gid.of(type, id));
    return json;
  }

  JsonNode removed(long productId) {
    return tree(Map.of("id", productId));
  }

  /** An item that is not tracked has no number. */
  JsonNode level(StoredLevel level, boolean tracked) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("inventory_item_id", level.itemId());
    json.put("location_id", level.locationId());
    json.put("available", tracked ? level.available() : null);
    json.put("updated_at", level.updatedAt());
    json.put("admin_graphql_api_id", Gid.ofLevel(level.locationId(), level.itemId()));
    return tree(json);
  }

  private static JsonNode tree(Map<String, Object> json) {
    return Reply.JSON.valueToTree(json);
  }
}
