package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An attribute of a category; {@code values} maps value ids to names. */
record CategoryAttribute(
    String id,
    String name,
    boolean sales,
    boolean customizable,
    boolean multiple,
    String format,
    Map<String, String> values) {

  static CategoryAttribute of(String id, JsonNode row) {
    Map<String, String> values = new LinkedHashMap<>();
    row.path("values").properties().forEach(v -> values.put(v.getKey(), v.getValue().asText()));
    return new CategoryAttribute(
        id,
        row.path("name").asText(),
        row.path("type").asText().equals("SALES_PROPERTY"),
        row.path("customizable").asBoolean(),
        row.path("multiple").asBoolean(),
        row.path("format").asText(),
        values);
  }

  Optional<String> valueId(String valueName) {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().equalsIgnoreCase(valueName))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The misspelt {@code is_requried} is the platform's. */
  ObjectNode describe(boolean required) {
    ObjectNode node = Json.object();
    node.put("id", id).put("name", name).put("type", sales ? "SALES_PROPERTY" : "PRODUCT_PROPERTY");
    node.put("is_requried", required).put("is_customizable", customizable);
    node.put("is_multiple_selection", multiple);
    if (!format.isEmpty()) {
      node.put("value_data_format", format);
    }
    ArrayNode list = node.putArray("values");
    values.forEach(
        (valueId, valueName) -> list.addObject().put("id", valueId).put("name", valueName));
    return node;
  }
}
