package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.store.Members;
import dev.storebridge.sandbox.woocommerce.store.Photos;
import dev.storebridge.sandbox.woocommerce.store.ShopTime;
import java.math.BigDecimal;

/** What products and variations have in common when they are shown. */
final class ItemView {

  private final ShopTime time;
  private final boolean stockAsText;

  ItemView(ShopTime time, boolean stockAsText) {
    this.time = time;
    this.stockAsText = stockAsText;
  }

  /**
   * Every member of the given kind with what the item says of it, before anything is worked out.
   */
  ObjectNode start(Item item, Members kind) {
    ObjectNode json = kind.blank();
    item.facts()
        .properties()
        .forEach(
            fact -> {
              if (json.has(fact.getKey())) {
                json.set(fact.getKey(), fact.getValue());
              }
            });
    json.put("id", item.id());
    json.put("parent_id", item.parent());
    json.put("date_created", time.local(item.created()));
    json.put("date_created_gmt", time.gmt(item.created()));
    json.put("date_modified", time.local(item.modified()));
    json.put("date_modified_gmt", time.gmt(item.modified()));
    return json;
  }

  void price(ObjectNode json, Item item) {
    BigDecimal price = item.price();
    BigDecimal regular = item.amount("regular_price");
    json.put("price", price == null ? "" : price.toPlainString());
    json.put("on_sale", price != null && regular != null && price.compareTo(regular) < 0);
    json.put("purchasable", price != null && item.text("status").equals("publish"));
  }

  /**
   * Quantity and status.
   *
   * @param keeper whose stock counts: the item itself, or its product
   * @param manages what {@code manage_stock} shows
   */
  void stock(ObjectNode json, Item keeper, JsonNode manages) {
    json.set("manage_stock", manages);
    json.set("stock_quantity", quantity(keeper));
    json.put("stock_status", status(keeper));
    String backorders = keeper.text("backorders");
    json.put("backorders", backorders);
    json.put("backorders_allowed", !backorders.equals("no"));
    json.put("backordered", status(keeper).equals("onbackorder"));
  }

  private JsonNode quantity(Item keeper) {
    if (!keeper.is("manage_stock")) {
      return NullNode.instance;
    }
    JsonNode quantity = keeper.get("stock_quantity");
    JsonNode shown = quantity.isNull() ? IntNode.valueOf(0) : quantity;
    return stockAsText ? TextNode.valueOf(shown.asText()) : shown;
  }

  /** With managed stock the quantity decides, without it what the merchant chose. */
  static String status(Item keeper) {
    if (!keeper.is("manage_stock")) {
      return keeper.text("stock_status");
    }
    boolean there = keeper.get("stock_quantity").decimalValue().signum() > 0;
    String without = keeper.text("backorders").equals("no") ? "outofstock" : "onbackorder";
    return there ? "instock" : without;
  }

  /** A picture as variations show it; products add sizes. */
  ObjectNode photo(Photos.Photo photo, Links links) {
    String file = photo.picture().file();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", photo.id());
    json.put("date_created", time.local(photo.added()));
    json.put("date_created_gmt", time.gmt(photo.added()));
    json.put("date_modified", time.local(photo.added()));
    json.put("date_modified_gmt", time.gmt(photo.added()));
    json.put("src", links.upload(file));
    json.put("name", file);
    json.put("alt", photo.picture().alt());
    return json;
  }

  ObjectNode photoWithSizes(Photos.Photo photo, Links links) {
    ObjectNode json = photo(photo, links);
    String src = json.path("src").asText();
    String small = src.replaceFirst("(\\.[a-z]+)$", "-300x300$1");
    json.put("srcset", src + " " + photo.picture().width() + "w, " + small + " 300w");
    json.put("sizes", "(max-width: 900px) 100vw, 900px");
    json.put("thumbnail", small);
    return json;
  }

  /** The attributes of a variation; the name of a value that was never chosen is left out. */
  static ArrayNode choices(Item variation) {
    ArrayNode shown = JsonNodeFactory.instance.arrayNode();
    for (JsonNode choice : variation.get("attributes")) {
      if (!choice.path("option").asText().isEmpty()) {
        shown.add(choice);
      }
    }
    return shown;
  }
}
