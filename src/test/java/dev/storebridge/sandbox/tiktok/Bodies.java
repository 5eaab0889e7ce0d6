package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Parts of a product as a seller sends it. */
final class Bodies {

  private Bodies() {}

  static ObjectNode first(ObjectNode body) {
    return (ObjectNode) body.path("skus").get(0);
  }

  static ObjectNode price(ObjectNode body) {
    return (ObjectNode) first(body).path("price");
  }

  static ObjectNode stock(ObjectNode body) {
    return (ObjectNode) first(body).path("inventory").get(0);
  }

  static ArrayNode two(ObjectNode body, String one, String two) {
    ArrayNode skus = body.putArray("skus");
    skus.add(Stage.colour(Stage.sku("A", "1.00", "GBP", 1), one));
    return skus.add(Stage.colour(Stage.sku("B", "1.00", "GBP", 1), two));
  }

  static void attribute(ObjectNode body, String id, String value) {
    ObjectNode attribute = body.withArray("product_attributes").addObject().put("id", id);
    attribute.putArray("values").addObject().put("name", value);
  }

  static void weight(ObjectNode body, String value, String unit) {
    body.putObject("package_weight").put("value", value).put("unit", unit);
  }

  static void size(ObjectNode body, String length, String unit) {
    body.putObject("package_dimensions")
        .put("length", length)
        .put("width", "2")
        .put("height", "3")
        .put("unit", unit);
  }
}
