package dev.storebridge.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.Item;
import java.util.List;

/** Products as the control face shows them, in the same form as every sandbox's. */
final class WareView {

  private final WooCommerceSandbox sandbox;

  WareView(WooCommerceSandbox sandbox) {
    this.sandbox = sandbox;
  }

  ObjectNode product(Item item) {
    synchronized (sandbox.shelf()) {
      JsonNode shown = sandbox.show(item.id());
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("id", Long.toString(item.id()));
      json.put("title", shown.path("name").asText());
      json.put("status", shown.path("status").asText());
      json.put("vendor", shown.path("brands").path(0).path("name").asText());
      json.put("type", shown.path("type").asText());
      names(json.putArray("tags"), shown.path("tags"), "name");
      json.put("descriptionHtml", shown.path("description").asText());
      json.put("updatedAt", item.modified().toString());
      names(json.putArray("images"), shown.path("images"), "src");
      ArrayNode variants = json.putArray("variants");
      List<Item> variations = sandbox.shelf().variationsOf(item.id());
      List<Item> offers = variations.isEmpty() && !item.isVariable() ? List.of(item) : variations;
      offers.forEach(one -> variants.add(variant(one)));
      return json;
    }
  }

  private static void names(ArrayNode target, JsonNode items, String member) {
    items.forEach(one -> target.add(one.path(member)));
  }

  private ObjectNode variant(Item item) {
    JsonNode shown = sandbox.show(item.id());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", Long.toString(item.id()));
    json.put("title", shown.path("name").asText());
    json.put("sku", shown.path("sku").asText());
    json.put("price", shown.path("price").asText());
    json.put("compareAt", item.price() == null ? null : item.text("regular_price"));
    JsonNode manages = shown.path("manage_stock");
    boolean tracked = manages.isTextual() || manages.asBoolean();
    json.put("tracked", tracked);
    ObjectNode stock = json.putObject("stock");
    if (tracked) {
      stock.set(manages.isTextual() ? "product" : "store", shown.path("stock_quantity"));
    }
    return json;
  }
}
