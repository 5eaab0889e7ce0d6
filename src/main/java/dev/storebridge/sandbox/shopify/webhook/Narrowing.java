package dev.storebridge.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Leaves of a body what a subscription includes. */
final class Narrowing {

  private Narrowing() {}

  /**
   * @param fields member names, dotted for nested ones; empty for everything
   */
  static JsonNode to(List<String> fields, JsonNode body) {
    return fields.isEmpty() ? body : kept(fields, "", body);
  }

  private static JsonNode kept(List<String> fields, String prefix, JsonNode node) {
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(kept(fields, prefix, element)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    node.properties()
        .forEach(
            member -> {
              String path = prefix + member.getKey();
              if (fields.contains(path)) {
                object.set(member.getKey(), member.getValue());
              } else if (fields.stream().anyMatch(field -> field.startsWith(path + "."))) {
                object.set(member.getKey(), kept(fields, path + ".", member.getValue()));
              }
            });
    return object;
  }
}
