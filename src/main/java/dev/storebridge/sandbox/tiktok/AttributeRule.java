package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Product attributes are the category's, required ones are there, values fit. */
final class AttributeRule {

  private static final int LONGEST_VALUE = 2_000;

  private AttributeRule() {}

  static void check(Submission s) {
    Set<String> given = new HashSet<>();
    for (JsonNode attribute : s.at("product_attributes")) {
      String id = attribute.path("id").asText();
      CategoryAttribute known = s.category.attributes().get(id);
      Refusal.when(known == null || known.sales(), Code.ATTRIBUTE_INVALID, id);
      Refusal.when(!given.add(id), Code.ATTRIBUTE_TWICE, id);
      JsonNode values = attribute.path("values");
      Refusal.when(values.isEmpty(), Code.ATTRIBUTE_VALUE_EMPTY, id);
      Refusal.when(values.size() > 1 && !known.multiple(), Code.ATTRIBUTE_SINGLE, id);
      values.forEach(value -> value(known, value));
    }
    for (String required : s.category.required()) {
      Refusal.when(!given.contains(required), Code.ATTRIBUTE_REQUIRED, required);
    }
  }

  private static void value(CategoryAttribute known, JsonNode value) {
    String id = value.path("id").asText();
    String name = value.path("name").asText();
    Refusal.when(id.isEmpty() && name.isEmpty(), Code.ATTRIBUTE_VALUE_EMPTY, known.id());
    Refusal.when(name.length() > LONGEST_VALUE, Code.ATTRIBUTE_VALUE_LONG, known.id());
    if (!id.isEmpty()) {
      Refusal.when(!known.values().containsKey(id), Code.VALUE_ID_UNKNOWN, id);
      return;
    }
    boolean free = known.customizable() || known.valueId(name).isPresent();
    Refusal.when(!free, Code.ATTRIBUTE_CUSTOM, known.id());
  }
}
