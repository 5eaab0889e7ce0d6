package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.Variant;
import dev.storebridge.platform.Explanation;
import dev.storebridge.work.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * SKUs that stand at several products of one reading, as in old shops or those with a copy of each
 * product for every language. Each product is listed all the same, for we know them by their ids;
 * whoever goes by the SKU cannot tell them apart.
 */
final class SharedSkus {

  private final Map<String, Map<String, Place>> bySku = new TreeMap<>();

  private record Place(String title, String variantId) {}

  void add(Product product) {
    for (Variant variant : product.variants()) {
      String sku = variant.sku().strip();
      if (!sku.isEmpty()) {
        bySku
            .computeIfAbsent(sku, any -> new TreeMap<>())
            .putIfAbsent(product.id(), new Place(product.title(), variant.id()));
      }
    }
  }

  /** What to tell, by the ids of the products. */
  Map<String, List<Explanation>> explained() {
    Map<String, List<Explanation>> found = new TreeMap<>();
    bySku.forEach(
        (sku, places) -> {
          if (places.size() > 1) {
            places.forEach(
                (id, place) ->
                    found
                        .computeIfAbsent(id, any -> new ArrayList<>())
                        .add(explanation(sku, place, others(places, id))));
          }
        });
    return found;
  }

  private static String others(Map<String, Place> places, String id) {
    Map.Entry<String, Place> other =
        places.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(id))
            .findFirst()
            .orElseThrow();
    int more = places.size() - 2;
    return "\""
        + other.getValue().title()
        + "\" ("
        + other.getKey()
        + ")"
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static Explanation explanation(String sku, Place place, String others) {
    return Explanation.of(
        Problem.SHARED_SKU,
        "The SKU \"" + sku + "\" belongs to " + others + " as well.",
        "variants[" + place.variantId() + "].sku",
        "Give each product a SKU of its own and import again. Until then each is listed and kept in"
            + " line, but its SKU does not tell which one was sold.");
  }
}
