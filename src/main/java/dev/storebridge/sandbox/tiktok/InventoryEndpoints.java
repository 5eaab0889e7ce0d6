package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Update Inventory, with partial errors inside code 0, and Inventory Search. */
final class InventoryEndpoints {

  private static final int MOST_PRODUCTS = 100;
  private static final int MOST_SKUS = 600;

  private final World world;
  private final Catalogue catalogue;
  private final Reviews reviews;

  InventoryEndpoints(World world, Catalogue catalogue, Reviews reviews) {
    this.world = world;
    this.catalogue = catalogue;
    this.reviews = reviews;
  }

  JsonNode update(ApiCall call) {
    JsonNode skus = call.body().path("skus");
    Refusal.when(skus.isEmpty(), Code.SKUS_EMPTY);
    ObjectNode data = Json.object();
    ArrayNode errors = data.putArray("errors");
    synchronized (call.shop()) {
      Product product = catalogue.find(call.shop(), call.productId());
      Refusal.when(!product.status.editable(), Code.STATUS_FORBIDS, product.status.name());
      checkSkus(product, skus);
      skus.forEach(sku -> apply(product.skus.get(sku.path("id").asText()), sku, errors));
      product.updateTime = world.now();
    }
    return errors.isEmpty() ? Json.object() : data;
  }

  private static void checkSkus(Product product, JsonNode skus) {
    Set<String> named = new HashSet<>();
    for (JsonNode sku : skus) {
      String id = sku.path("id").asText();
      Refusal.when(!product.skus.containsKey(id), Code.SKU_UNKNOWN, id);
      Refusal.when(!named.add(id), Code.SKU_TWICE, id);
      Refusal.when(sku.path("inventory").isEmpty(), Code.NO_WAREHOUSE_ON_SKU, id);
      sku.path("inventory").forEach(InventoryRule::quantity);
    }
  }

  /** Sets one SKU, or names why not; a SKU with an error keeps all its figures. */
  private static void apply(Sku sku, JsonNode request, ArrayNode errors) {
    Map<String, Code> objections = new LinkedHashMap<>();
    Map<String, JsonNode> wanted = new LinkedHashMap<>();
    for (JsonNode entry : request.path("inventory")) {
      String warehouse = warehouse(sku, entry);
      if (wanted.put(warehouse, entry) != null) {
        objections.put(warehouse, Code.WAREHOUSE_TWICE);
      } else if (!sku.stock.containsKey(warehouse)) {
        objections.put(warehouse, Warehouse.objection(warehouse).orElse(Code.WAREHOUSES_FIXED));
      }
    }
    for (String assigned : sku.stock.keySet()) {
      if (!wanted.containsKey(assigned)) {
        objections.put(assigned, Code.ALL_WAREHOUSES_NEEDED);
      }
    }
    if (objections.isEmpty()) {
      wanted.forEach(sku::stock);
    } else {
      error(errors.addObject(), sku.id, objections);
    }
  }

  /** The warehouse may be left out where there is just one. */
  private static String warehouse(Sku sku, JsonNode entry) {
    if (!entry.has("warehouse_id") && sku.stock.size() == 1) {
      return sku.stock.keySet().iterator().next();
    }
    return entry.path("warehouse_id").asText();
  }

  private static void error(ObjectNode error, String sku, Map<String, Code> objections) {
    error.put("code", Code.CHECK_FAILED.number).put("message", Code.CHECK_FAILED.words);
    ObjectNode detail = error.putObject("detail").put("sku_id", sku);
    ArrayNode extra = detail.putArray("extra_errors");
    objections.forEach(
        (warehouse, code) ->
            extra
                .addObject()
                .put("warehouse_id", warehouse)
                .put("code", code.number)
                .put("message", code.words));
  }

  /** SKU ids win over product ids; unknown ones are simply not answered. */
  JsonNode search(ApiCall call) {
    List<String> products = texts(call.body().path("product_ids"));
    List<String> skus = texts(call.body().path("sku_ids"));
    Refusal.when(products.isEmpty() && skus.isEmpty(), Code.INPUT_INVALID, "no ids");
    Refusal.when(products.size() > MOST_PRODUCTS, Code.TOO_MANY_PRODUCT_IDS);
    Refusal.when(skus.size() > MOST_SKUS, Code.TOO_MANY_SKU_IDS);
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("inventory");
    synchronized (call.shop()) {
      reviews.settle(call.shop());
      wanted(call.shop(), products, skus)
          .forEach((product, ids) -> list.add(describe(product, ids)));
    }
    return data;
  }

  private static Map<Product, List<String>> wanted(
      Shop shop, List<String> products, List<String> skus) {
    Map<Product, List<String>> wanted = new LinkedHashMap<>();
    if (!skus.isEmpty()) {
      for (String id : skus) {
        Product product = shop.bySku.get(id);
        if (product != null && product.skus.containsKey(id)) {
          wanted.computeIfAbsent(product, key -> new ArrayList<>()).add(id);
        }
      }
      return wanted;
    }
    for (String id : products) {
      Product product = shop.products.get(id);
      if (product != null) {
        wanted.put(product, List.copyOf(product.skus.keySet()));
      }
    }
    return wanted;
  }

  private static ObjectNode describe(Product product, List<String> ids) {
    ObjectNode node = Json.object().put("product_id", product.id);
    ArrayNode skus = node.putArray("skus");
    for (String id : ids) {
      Sku sku = product.skus.get(id);
      ObjectNode entry = skus.addObject().put("id", id).put("seller_sku", sku.sellerSku);
      entry.put("total_available_quantity", sku.available());
      entry.put("total_committed_quantity", sku.committed());
      ArrayNode warehouses = entry.putArray("warehouse_inventory");
      sku.stock.forEach(
          (warehouse, stock) ->
              warehouses
                  .addObject()
                  .put("warehouse_id", warehouse)
                  .put("available_quantity", stock.available)
                  .put("committed_quantity", stock.committed));
      entry
          .putObject("total_available_inventory_distribution")
          .putObject("in_shop_inventory")
          .put("quantity", sku.available());
    }
    return node;
  }

  private static List<String> texts(JsonNode list) {
    return Json.stream(list).map(JsonNode::asText).toList();
  }
}
