package dev.storebridge.sandbox.shopify;

import dev.storebridge.sandbox.shopify.store.StoredLevel;
import dev.storebridge.sandbox.shopify.store.StoredMedia;
import dev.storebridge.sandbox.shopify.store.StoredProduct;
import dev.storebridge.sandbox.shopify.store.StoredVariant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Products as the control face shows them: plain ids, amounts and stock by location. */
final class WareView {

  private final ShopifySandbox sandbox;

  WareView(ShopifySandbox sandbox) {
    this.sandbox = sandbox;
  }

  Map<String, Object> product(StoredProduct product) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", Long.toString(product.id()));
    json.put("title", product.title());
    json.put("status", product.status().toLowerCase(Locale.ROOT));
    json.put("vendor", product.vendor());
    json.put("type", product.productType());
    json.put("tags", product.tags());
    json.put("descriptionHtml", product.descriptionHtml());
    json.put("updatedAt", product.updatedAt());
    json.put("images", product.media().stream().map(this::address).toList());
    json.put("variants", product.variants().stream().map(this::variant).toList());
    return json;
  }

  private String address(StoredMedia media) {
    return sandbox.storeUrl() + FileEndpoint.PICTURES + media.picture().file();
  }

  private Map<String, Object> variant(StoredVariant variant) {
    Map<String, Integer> stock = new LinkedHashMap<>();
    for (StoredLevel level : sandbox.shelf().levelsOf(variant.itemId())) {
      stock.put(Long.toString(level.locationId()), level.available());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", Long.toString(variant.id()));
    json.put("title", variant.title());
    json.put("sku", variant.sku());
    json.put("price", variant.price().toPlainString());
    json.put("compareAt", variant.compareAt() == null ? null : variant.compareAt().toPlainString());
    json.put("itemId", Long.toString(variant.itemId()));
    json.put("tracked", variant.tracked());
    json.put("stock", stock);
    json.put(
        "reserved",
        sandbox.shelf().levelsOf(variant.itemId()).stream().mapToInt(StoredLevel::reserved).sum());
    return json;
  }
}
