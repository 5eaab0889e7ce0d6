package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.store.Members;
import dev.storebridge.sandbox.woocommerce.store.Shelf;
import java.util.Map;
import java.util.Optional;

/** Turns a request's body into facts. Members that may not be written are ignored. */
final class ItemWriter {

  private final Shelf shelf;
  private final Check check;
  private final PhotoWriter photos;

  ItemWriter(Shelf shelf, Check check, PhotoWriter photos) {
    this.shelf = shelf;
    this.check = check;
    this.photos = photos;
  }

  /**
   * The facts after the request.
   *
   * @param before null for a new one
   * @param parent the product of a variation, null otherwise
   * @throws RestError when a value is refused
   */
  ObjectNode facts(Item before, Item parent, JsonNode body) {
    Members members = parent == null ? Members.PRODUCT : Members.VARIATION;
    ObjectNode facts =
        before == null ? JsonNodeFactory.instance.objectNode() : before.facts().deepCopy();
    for (Map.Entry<String, JsonNode> member : body.properties()) {
      String name = member.getKey();
      String type = members.typeOf(name);
      if (!type.isEmpty()) {
        facts.set(name, fact(facts, name, check.value(name, type, member.getValue())));
      }
    }
    uniqueSku(before, body);
    if (parent != null) {
      facts.set("attributes", Attributes.ofVariation(parent, facts.path("attributes")));
    }
    stock(facts);
    return facts;
  }

  private JsonNode fact(ObjectNode facts, String name, JsonNode value) {
    return switch (name) {
      case "meta_data" -> MetaData.merge(facts.path(name), value, shelf::nextId);
      case "images" -> photos.many(value);
      case "image" -> value.isNull() ? value : photos.one(value);
      case "attributes" -> Attributes.of(value);
      case "dimensions" -> dimensions(facts.path(name), value);
      case "regular_price", "sale_price" -> amount(value);
      default -> value;
    };
  }

  /** What is no amount becomes none. */
  private static JsonNode amount(JsonNode value) {
    boolean sound = value.asText().matches("[0-9]{1,12}(\\.[0-9]{1,8})?");
    return sound ? value : JsonNodeFactory.instance.textNode("");
  }

  private static JsonNode dimensions(JsonNode before, JsonNode value) {
    ObjectNode dimensions = Members.PRODUCT.blank().withObject("/dimensions");
    for (String side : new String[] {"length", "width", "height"}) {
      JsonNode given = value.hasNonNull(side) ? value.get(side) : before.path(side);
      dimensions.put(side, given.asText(""));
    }
    return dimensions;
  }

  /** Without managed stock there is no quantity; a managed one starts at nothing. */
  private static void stock(ObjectNode facts) {
    if (!facts.path("manage_stock").asBoolean()) {
      facts.remove("stock_quantity");
    } else if (!facts.path("stock_quantity").isNumber()) {
      facts.put("stock_quantity", 0);
    }
  }

  private void uniqueSku(Item before, JsonNode body) {
    String sku = body.path("sku").asText("");
    if (sku.isEmpty()) {
      return;
    }
    long own = before == null ? 0 : before.id();
    Optional<Long> holder =
        shelf.holdersOf(sku).stream().filter(id -> id != own).min(Long::compare);
    if (holder.isPresent()) {
      RestError error = new RestError(400, "product_invalid_sku", "Invalid or duplicated SKU.");
      error.data().put("resource_id", holder.get()).put("unique_sku", free(sku));
      throw error;
    }
  }

  private String free(String sku) {
    int number = 1;
    while (!shelf.holdersOf(sku + "-" + number).isEmpty()) {
      number++;
    }
    return sku + "-" + number;
  }
}
