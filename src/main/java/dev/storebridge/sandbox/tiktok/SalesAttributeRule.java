package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** At most three kinds, every SKU has all of them, combinations differ, images on one kind only. */
final class SalesAttributeRule {

  private static final int MOST_KINDS = 3;
  private static final int LONGEST_NAME = 20;
  private static final int LONGEST_VALUE = 50;

  private SalesAttributeRule() {}

  static void check(Submission s) {
    List<JsonNode> skus = s.skus();
    Set<String> kinds = new TreeSet<>();
    Set<String> withImages = new TreeSet<>();
    skus.forEach(sku -> collect(s, sku, kinds, withImages));
    Refusal.when(kinds.isEmpty() && skus.size() > 1, Code.SALES_ATTRIBUTES_MISSING);
    Refusal.when(kinds.size() > MOST_KINDS, Code.SALES_ATTRIBUTES_OVER_THREE);
    Refusal.when(withImages.size() > 1, Code.SALES_IMAGES_ON_TWO);
    Set<String> combinations = new HashSet<>();
    for (JsonNode sku : skus) {
      int size = sku.path("sales_attributes").size();
      Refusal.when(size != kinds.size(), Code.SALES_ATTRIBUTES_INCOMPLETE);
      Refusal.when(!combinations.add(combination(sku)), Code.SALES_ATTRIBUTE_TWICE);
    }
  }

  private static void collect(
      Submission s, JsonNode sku, Set<String> kinds, Set<String> withImages) {
    Set<String> own = new HashSet<>();
    for (JsonNode attribute : sku.path("sales_attributes")) {
      String kind = kind(s, attribute);
      Refusal.when(!own.add(kind), Code.SALES_ATTRIBUTE_TWICE, kind);
      value(s, attribute);
      kinds.add(kind);
      if (attribute.has("sku_img") || attribute.has("supplementary_sku_images")) {
        withImages.add(kind);
        image(s, attribute.path("sku_img"));
        attribute.path("supplementary_sku_images").forEach(each -> image(s, each));
      }
    }
  }

  private static void image(Submission s, JsonNode image) {
    if (image.isObject()) {
      s.world.images().uri(image.path("uri").asText(), Code.SKU_IMAGE_ILLEGAL);
    }
  }

  private static String kind(Submission s, JsonNode attribute) {
    String id = attribute.path("id").asText();
    String name = attribute.path("name").asText();
    if (!id.isEmpty()) {
      boolean known =
          s.category.attributes().containsKey(id) || s.shop.salesAttributeIds.containsValue(id);
      Refusal.when(!known, Code.SALES_ATTRIBUTE_UNKNOWN, id);
      return id;
    }
    boolean fits = !name.isBlank() && name.length() <= LONGEST_NAME;
    Refusal.when(!fits, Code.SALES_NAME_FORMAT, name);
    return SalesAttributeIds.of(s, name);
  }

  private static void value(Submission s, JsonNode attribute) {
    String id = attribute.path("value_id").asText();
    String name = attribute.path("value_name").asText();
    if (!id.isEmpty()) {
      boolean known =
          s.shop.salesAttributeIds.containsValue(id)
              || s.category.attributes().values().stream()
                  .anyMatch(a -> a.values().containsKey(id));
      Refusal.when(!known, Code.VALUE_ID_UNKNOWN, id);
      return;
    }
    boolean fits = !name.isBlank() && name.length() <= LONGEST_VALUE;
    Refusal.when(!fits, Code.SALES_VALUE_FORMAT, name);
  }

  private static String combination(JsonNode sku) {
    Set<String> parts = new TreeSet<>();
    for (JsonNode attribute : sku.path("sales_attributes")) {
      parts.add(
          attribute.path("id").asText(attribute.path("name").asText())
              + '='
              + attribute.path("value_id").asText(attribute.path("value_name").asText()));
    }
    return String.join("\n", parts);
  }
}
