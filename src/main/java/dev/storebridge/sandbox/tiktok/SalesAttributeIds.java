package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Gives sales attributes and their values ids: the category's where names match, else the shop's.
 */
final class SalesAttributeIds {

  private SalesAttributeIds() {}

  /** The id of a kind of that name in this shop and category. */
  static String of(Submission s, String name) {
    return s.category.attributes().values().stream()
        .filter(each -> each.sales() && each.name().equalsIgnoreCase(name))
        .map(CategoryAttribute::id)
        .findFirst()
        .orElseGet(() -> own(s, "kind:" + name));
  }

  /** Completes id, name, value id and value name of one entry. */
  static void complete(Submission s, ObjectNode attribute) {
    if (!attribute.has("id")) {
      attribute.put("id", of(s, attribute.path("name").asText()));
    }
    String id = attribute.path("id").asText();
    CategoryAttribute known = s.category.attributes().get(id);
    if (!attribute.has("name")) {
      attribute.put("name", known != null ? known.name() : nameOf(s, id, "kind:"));
    }
    if (!attribute.has("value_id")) {
      String value = attribute.path("value_name").asText();
      String key = "value:" + id + ":" + value;
      attribute.put(
          "value_id",
          known == null ? own(s, key) : known.valueId(value).orElseGet(() -> own(s, key)));
    }
    if (!attribute.has("value_name")) {
      String valueId = attribute.path("value_id").asText();
      String listed = known == null ? null : known.values().get(valueId);
      attribute.put(
          "value_name", listed != null ? listed : nameOf(s, valueId, "value:" + id + ":"));
    }
  }

  private static String own(Submission s, String key) {
    return s.shop.salesAttributeIds.computeIfAbsent(key, k -> s.world.ids.next());
  }

  private static String nameOf(Submission s, String id, String prefix) {
    return s.shop.salesAttributeIds.entrySet().stream()
        .filter(entry -> entry.getValue().equals(id) && entry.getKey().startsWith(prefix))
        .map(Map.Entry::getKey)
        .map(key -> key.substring(prefix.length()))
        .findFirst()
        .orElse("");
  }
}
