package dev.storebridge.sandbox.woocommerce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.Shelf;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names that products are filed under, each with an id of its own. */
final class Terms {

  private final Shelf shelf;
  private final Map<String, Long> ids = new HashMap<>();

  Terms(Shelf shelf) {
    this.shelf = shelf;
  }

  void clear() {
    ids.clear();
  }

  /**
   * How a product holds a term.
   *
   * @param kind categories, tags or brands
   */
  ObjectNode term(String kind, String name) {
    long id = ids.computeIfAbsent(kind + "/" + name, unknown -> shelf.nextId());
    String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return JsonNodeFactory.instance.objectNode().put("id", id).put("name", name).put("slug", slug);
  }
}
