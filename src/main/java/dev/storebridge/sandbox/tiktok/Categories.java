package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sandbox's own small category tree, one for each category version. */
final class Categories {

  private final Map<String, Category> byId = new LinkedHashMap<>();

  Categories() {
    JsonNode data = Json.resource("categories.json");
    Map<String, CategoryAttribute> attributes = new LinkedHashMap<>();
    data.path("attributes")
        .properties()
        .forEach(a -> attributes.put(a.getKey(), CategoryAttribute.of(a.getKey(), a.getValue())));
    for (JsonNode row : data.path("categories")) {
      Category category = Category.of(row, attributes);
      byId.put(category.id(), category);
    }
  }

  /** The version a call means: v1 where nothing is said, v2 obligatory in some markets. */
  static String version(String asked, Market market) {
    String version = asked.isEmpty() ? "v1" : asked;
    Refusal.when(
        !version.equals("v1") && !version.equals("v2"), Code.VALUE_WRONG, "category_version");
    Refusal.when(market.v2Only() && version.equals("v1"), Code.CATEGORY_MUST_BE_V2);
    return version;
  }

  Stream<Category> of(String version) {
    return byId.values().stream().filter(each -> each.versions().contains(version));
  }

  /** A leaf of the asked version. */
  Category leaf(String id, String version) {
    Category category = byId.get(id);
    Refusal.when(category == null, Code.CATEGORY_UNKNOWN, id);
    Refusal.when(!category.versions().contains(version), Code.CATEGORY_VERSION, id);
    Refusal.when(!category.leaf(), Code.CATEGORY_NOT_LEAF, id);
    return category;
  }

  /** An attribute of a category that is known to have it. */
  CategoryAttribute attribute(String category, String attribute) {
    return byId.get(category).attributes().get(attribute);
  }

  /** From the root to the leaf. */
  List<Category> chain(String leaf) {
    List<Category> chain = new ArrayList<>();
    for (Category at = byId.get(leaf); at != null; at = byId.get(at.parent())) {
      chain.addFirst(at);
    }
    return chain;
  }

  Optional<Category> guess(String title, String version) {
    String text = title.toLowerCase(Locale.ROOT);
    return of(version)
        .filter(Category::leaf)
        .filter(each -> each.words().stream().anyMatch(text::contains))
        .findFirst();
  }
}
