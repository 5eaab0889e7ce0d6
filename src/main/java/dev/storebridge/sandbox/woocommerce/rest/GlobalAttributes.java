package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.store.Shelf;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code /products/attributes}: those of the whole shop, and the values that products have. */
final class GlobalAttributes {

  private static final String PATH = "/wc/v3/products/attributes";

  private final Shelf shelf;
  private final Listing listing;
  private final Links links;

  GlobalAttributes(Shelf shelf, Listing listing, Links links) {
    this.shelf = shelf;
    this.listing = listing;
    this.links = links;
  }

  Result list(Ask ask) {
    return listing.page(ask, List.copyOf(known().values()), this::show);
  }

  /**
   * @throws RestError when there is none
   */
  JsonNode get(long id) {
    return show(find(id));
  }

  /**
   * The values of an attribute.
   *
   * @throws RestError when there is none
   */
  Result terms(Ask ask, long id) {
    TreeSet<String> values = new TreeSet<>();
    find(id);
    for (Item product : shelf.products()) {
      for (JsonNode attribute : product.get("attributes")) {
        if (attribute.path("id").asLong() == id) {
          attribute.path("options").forEach(option -> values.add(option.asText()));
        }
      }
    }
    return listing.page(ask, List.copyOf(values), GlobalAttributes::term);
  }

  private static JsonNode term(String value) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", value.hashCode() & 0xffffff)
        .put("name", value)
        .put("slug", Slugs.of(value))
        .put("description", "")
        .put("menu_order", 0);
  }

  private JsonNode find(long id) {
    JsonNode found = known().get(id);
    if (found == null) {
      throw new RestError(404, "woocommerce_rest_taxonomy_invalid", "Resource does not exist.");
    }
    return found;
  }

  private Map<Long, JsonNode> known() {
    Map<Long, JsonNode> known = new TreeMap<>();
    for (Item product : shelf.products()) {
      for (JsonNode attribute : product.get("attributes")) {
        if (attribute.path("id").asLong() > 0) {
          known.put(attribute.path("id").asLong(), attribute);
        }
      }
    }
    return known;
  }

  private ObjectNode show(JsonNode attribute) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("id", attribute.path("id"));
    json.set("name", attribute.path("name"));
    json.set("slug", attribute.path("slug"));
    json.put("type", "select").put("order_by", "menu_order").put("has_archives", false);
    json.set("_links", links.of(PATH + "/" + attribute.path("id").asLong(), PATH, null));
    return json;
  }
}
