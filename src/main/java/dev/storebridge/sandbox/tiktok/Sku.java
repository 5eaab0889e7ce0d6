package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a SKU has outside review: price and stock change at once. */
final class Sku {

  final String id;
  String sellerSku = "";
  String amount = "";
  String currency = "";
  boolean priceLocked;
  JsonNode listPrice = Json.object();
  JsonNode externalListPrices = Json.array();
  final Map<String, Stock> stock = new LinkedHashMap<>();

  Sku(String id) {
    this.id = id;
  }

  /** Takes over the price of a request's SKU, if it has one. */
  void price(JsonNode sku) {
    JsonNode price = sku.path("price");
    if (price.isObject()) {
      amount = price.path("amount").asText(price.path("sale_price").asText());
      currency = price.path("currency").asText();
    }
    if (sku.has("list_price")) {
      listPrice = sku.get("list_price").deepCopy();
    }
    if (sku.has("external_list_prices")) {
      externalListPrices = sku.get("external_list_prices").deepCopy();
    }
  }

  /** Takes over the inventory of a request's SKU, if it has one. */
  void inventory(JsonNode sku) {
    for (JsonNode entry : sku.path("inventory")) {
      stock(entry.path("warehouse_id").asText(), entry);
    }
  }

  void stock(String warehouse, JsonNode entry) {
    Stock here = stock.computeIfAbsent(warehouse, id -> new Stock());
    here.available = entry.path("quantity").asLong();
    here.backorder = entry.path("backorder_quantity").asLong(here.backorder);
    here.handlingTime = entry.path("handling_time").asLong(here.handlingTime);
  }

  long available() {
    return stock.values().stream().mapToLong(each -> each.available).sum();
  }

  long committed() {
    return stock.values().stream().mapToLong(each -> each.committed).sum();
  }

  /** Price and stock as Get Product and Search Products show them. */
  void describe(ObjectNode target) {
    ObjectNode price = target.putObject("price");
    price.put("tax_exclusive_price", amount);
    price.put("sale_price", amount);
    price.put("currency", currency);
    var inventory = target.putArray("inventory");
    stock.forEach(
        (warehouse, here) ->
            inventory
                .addObject()
                .put("warehouse_id", warehouse)
                .put("quantity", here.available)
                .put("backorder_quantity", here.backorder)
                .put("handling_time", here.handlingTime));
    if (!listPrice.isEmpty()) {
      target.set("list_price", listPrice);
    }
    if (!externalListPrices.isEmpty()) {
      target.set("external_list_prices", externalListPrices);
    }
  }
}
