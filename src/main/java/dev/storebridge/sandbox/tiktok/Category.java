package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A node of the category tree with what it asks of a listing. */
record Category(
    String id,
    String parent,
    String name,
    Set<String> versions,
    boolean leaf,
    String permission,
    List<String> words,
    Map<String, CategoryAttribute> attributes,
    Set<String> required,
    JsonNode certifications,
    boolean sizeChart,
    boolean dimensions) {

  static Category of(JsonNode row, Map<String, CategoryAttribute> known) {
    Map<String, CategoryAttribute> attributes = new LinkedHashMap<>();
    texts(row.path("attributes")).forEach(id -> attributes.put(id, known.get(id)));
    String words = row.path("words").asText();
    return new Category(
        row.path("id").asText(),
        row.path("parent").asText(),
        row.path("name").asText(),
        texts(row.path("versions")),
        row.path("leaf").asBoolean(),
        row.path("permission").asText("AVAILABLE"),
        words.isEmpty() ? List.of() : List.of(words.split(" ")),
        attributes,
        texts(row.path("required")),
        row.path("certifications"),
        row.path("sizeChart").asBoolean(),
        row.path("dimensions").asBoolean());
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new LinkedHashSet<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  boolean prohibited() {
    return permission.equals("PROHIBITED");
  }

  ObjectNode describe() {
    ObjectNode node = Json.object();
    node.put("id", id).put("parent_id", parent).put("local_name", name).put("is_leaf", leaf);
    return node;
  }
}
