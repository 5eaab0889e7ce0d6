package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Custom fields: a value of any type under a key that need not be unique. */
final class MetaData {

  private MetaData() {}

  /** A given id hits one entry, a key the first that has it; a value of null removes it. */
  static ArrayNode merge(JsonNode before, JsonNode changes, LongSupplier ids) {
    List<ObjectNode> entries = new ArrayList<>();
    before.forEach(entry -> entries.add(entry.deepCopy()));
    for (JsonNode change : changes) {
      ObjectNode hit =
          entries.stream().filter(entry -> matches(entry, change)).findFirst().orElse(null);
      if (change.path("value").isNull()) {
        entries.remove(hit);
      } else if (hit != null) {
        hit.set("value", change.path("value"));
      } else {
        ObjectNode fresh = JsonNodeFactory.instance.objectNode();
        fresh.put("id", ids.getAsLong()).put("key", change.path("key").asText());
        fresh.set("value", change.path("value"));
        entries.add(fresh);
      }
    }
    return JsonNodeFactory.instance.arrayNode().addAll(entries);
  }

  private static boolean matches(JsonNode entry, JsonNode change) {
    return change.has("id")
        ? entry.path("id").asLong() == change.path("id").asLong()
        : entry.path("key").equals(change.path("key"));
  }
}
