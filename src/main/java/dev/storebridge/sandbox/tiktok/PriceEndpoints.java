package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Update Price: all SKUs of the request, or none. */
final class PriceEndpoints {

  private final World world;
  private final Catalogue catalogue;

  PriceEndpoints(World world, Catalogue catalogue) {
    this.world = world;
    this.catalogue = catalogue;
  }

  JsonNode update(ApiCall call) {
    JsonNode skus = call.body().path("skus");
    Refusal.when(skus.isEmpty(), Code.SKUS_EMPTY);
    synchronized (call.shop()) {
      Product product = catalogue.find(call.shop(), call.productId());
      boolean live = product.status == ProductStatus.ACTIVATE;
      Refusal.when(!live, Code.STATUS_FORBIDS, product.status.name());
      Set<String> named = new HashSet<>();
      skus.forEach(sku -> check(call.shop(), product, sku, named));
      skus.forEach(sku -> product.skus.get(sku.path("id").asText()).price(sku));
      product.updateTime = world.now();
    }
    return Json.object();
  }

  private static void check(Shop shop, Product product, JsonNode sku, Set<String> named) {
    String id = sku.path("id").asText();
    Sku known = product.skus.get(id);
    Refusal.when(known == null, Code.SKU_OF_ANOTHER_PRODUCT, id);
    Refusal.when(!named.add(id), Code.SKU_TWICE, id);
    Refusal.when(known.priceLocked, Code.PRICE_LOCKED, id);
    PriceRule.one(shop, sku);
  }
}
