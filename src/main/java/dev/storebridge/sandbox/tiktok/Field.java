package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One documented field of a request. In the data file a name ending in {@code *} is required, one
 * with {@code []} is a list, and a nested object holds its own fields.
 */
record Field(boolean list, boolean required, Kind kind, Map<String, Field> children) {

  enum Kind {
    STRING,
    INT,
    BOOL,
    FILE,
    OBJECT
  }

  static Map<String, Field> tree(JsonNode node) {
    Map<String, Field> fields = new LinkedHashMap<>();
    node.properties().forEach(entry -> put(fields, entry.getKey(), entry.getValue()));
    return fields;
  }

  private static void put(Map<String, Field> fields, String key, JsonNode type) {
    boolean required = key.endsWith("*");
    String name = required ? key.substring(0, key.length() - 1) : key;
    boolean list = name.endsWith("[]");
    Kind kind = type.isObject() ? Kind.OBJECT : kindOf(type.asText());
    fields.put(
        list ? name.substring(0, name.length() - 2) : name,
        new Field(list, required, kind, type.isObject() ? tree(type) : Map.of()));
  }

  private static Kind kindOf(String text) {
    return switch (text) {
      case "int" -> Kind.INT;
      case "bool" -> Kind.BOOL;
      case "file" -> Kind.FILE;
      default -> Kind.STRING;
    };
  }
}
