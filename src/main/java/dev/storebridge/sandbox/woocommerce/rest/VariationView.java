package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.store.Members;
import dev.storebridge.sandbox.woocommerce.store.Photos;
import dev.storebridge.sandbox.woocommerce.store.Shelf;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Variations as their own routes show them. Weight and dimensions that are empty are the product's;
 * so is a missing picture.
 */
final class VariationView {

  private final Shelf shelf;
  private final Photos photos;
  private final Links links;
  private final ItemView view;

  VariationView(Shelf shelf, Photos photos, Links links, ItemView view) {
    this.shelf = shelf;
    this.photos = photos;
    this.links = links;
    this.view = view;
  }

  ObjectNode show(Item item) {
    Item parent = shelf.product(item.parent()).orElse(item);
    ObjectNode json = view.start(item, Members.VARIATION);
    ArrayNode choices = ItemView.choices(item);
    json.set("attributes", choices);
    json.put("name", options(choices));
    json.put("permalink", permalink(parent, choices));
    view.price(json, item);
    boolean shared = !item.is("manage_stock") && parent.is("manage_stock");
    JsonNode manages =
        shared ? TextNode.valueOf("parent") : BooleanNode.valueOf(item.is("manage_stock"));
    view.stock(json, shared ? parent : item, manages);
    image(json, item, parent);
    String collection = "/wc/v3/products/" + item.parent() + "/variations";
    json.set(
        "_links",
        links.of(collection + "/" + item.id(), collection, "/wc/v3/products/" + item.parent()));
    return json;
  }

  private void image(ObjectNode json, Item item, Item parent) {
    JsonNode own = item.get("image");
    JsonNode reference = own.isObject() ? own : parent.get("images").path(0);
    photos
        .find(reference.path("id").asLong())
        .ifPresentOrElse(
            photo -> json.set("image", view.photo(photo, links)), () -> json.putNull("image"));
  }

  private static String options(ArrayNode choices) {
    return StreamSupport.stream(choices.spliterator(), false)
        .map(choice -> choice.path("option").asText())
        .collect(Collectors.joining(", "));
  }

  private String permalink(Item parent, ArrayNode choices) {
    String query =
        StreamSupport.stream(choices.spliterator(), false)
            .map(
                choice ->
                    "attribute_"
                        + choice.path("slug").asText()
                        + "="
                        + choice.path("option").asText().replace(" ", "+"))
            .collect(Collectors.joining("&"));
    return links.product(parent.text("slug")) + (query.isEmpty() ? "" : "?" + query);
  }
}
