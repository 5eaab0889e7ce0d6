package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.store.Shelf;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code /products/categories} and {@code /products/tags}: what the products are filed under. */
final class Categories {

  private final Shelf shelf;
  private final Listing listing;
  private final Links links;
  private final String member;

  /**
   * @param member categories or tags
   */
  Categories(Shelf shelf, Listing listing, Links links, String member) {
    this.shelf = shelf;
    this.listing = listing;
    this.links = links;
    this.member = member;
  }

  Result list(Ask ask) {
    return listing.page(ask, List.copyOf(known().values()), one -> one);
  }

  /**
   * @throws RestError when there is none
   */
  JsonNode get(long id) {
    JsonNode found = known().get(id);
    if (found == null) {
      throw new RestError(404, "woocommerce_rest_term_invalid", "Resource does not exist.");
    }
    return found;
  }

  private Map<Long, ObjectNode> known() {
    Map<Long, ObjectNode> known = new TreeMap<>();
    for (Item product : shelf.products()) {
      for (JsonNode one : product.get(member)) {
        ObjectNode entry = known.computeIfAbsent(one.path("id").asLong(), id -> entry(one));
        entry.put("count", entry.path("count").asInt() + 1);
      }
    }
    return known;
  }

  private ObjectNode entry(JsonNode one) {
    String collection = "/wc/v3/products/" + member;
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("id", one.path("id").asLong()).put("name", one.path("name").asText());
    entry.put("slug", one.path("slug").asText()).put("parent", 0).put("description", "");
    entry.put("count", 0);
    entry.set("_links", links.of(collection + "/" + one.path("id").asLong(), collection, null));
    return entry;
  }
}
