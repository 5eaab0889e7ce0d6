package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Every SKU has stock figures in sales warehouses that are open. */
final class InventoryRule {

  static final long MOST = 99_999;

  private InventoryRule() {}

  static void check(Submission s) {
    for (JsonNode sku : s.skus()) {
      Sku known = s.known(sku);
      if (known == null || sku.has("inventory")) {
        one(sku, known);
      }
    }
  }

  private static void one(JsonNode sku, Sku known) {
    JsonNode inventory = sku.path("inventory");
    Refusal.when(inventory.isEmpty(), Code.NO_WAREHOUSE_ON_SKU);
    Set<String> named = new HashSet<>();
    for (JsonNode entry : inventory) {
      String warehouse = entry.path("warehouse_id").asText();
      Refusal.when(!named.add(warehouse), Code.WAREHOUSE_TWICE, warehouse);
      Warehouse.objection(warehouse)
          .ifPresent(
              code -> {
                throw Refusal.at(code, warehouse);
              });
      quantity(entry);
    }
    Refusal.when(known != null && !named.containsAll(known.stock.keySet()), Code.WAREHOUSES_FIXED);
  }

  static void quantity(JsonNode entry) {
    long quantity = entry.path("quantity").asLong(-1);
    Refusal.when(quantity < 0 || quantity > MOST, Code.QUANTITY, Long.toString(quantity));
  }
}
