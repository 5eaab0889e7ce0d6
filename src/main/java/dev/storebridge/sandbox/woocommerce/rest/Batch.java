package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/** Many writes in one request. Each stands alone: one that fails leaves the others done. */
final class Batch {

  private static final int MOST = 100;

  private Batch() {}

  /**
   * The same three lists with what became of each entry, in the same order.
   *
   * @throws RestError when there are more than a hundred entries
   */
  static Result carryOut(JsonNode body, Collection collection) {
    int entries = body.path("create").size() + body.path("update").size();
    if (entries + body.path("delete").size() > MOST) {
      throw new RestError(
          413,
          "woocommerce_rest_request_entity_too_large",
          "Unable to accept more than " + MOST + " items for this request.");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    each(answer, body, "create", collection::create);
    each(answer, body, "update", one -> collection.update(id(one), one));
    each(answer, body, "delete", one -> collection.delete(id(one), true));
    return Result.ok(answer);
  }

  private static void each(
      ObjectNode answer, JsonNode body, String list, Function<JsonNode, JsonNode> write) {
    if (!body.path(list).isArray()) {
      return;
    }
    ArrayNode results = answer.putArray(list);
    for (JsonNode entry : body.get(list)) {
      try {
        results.add(write.apply(entry));
      } catch (RestError error) {
        results.addObject().put("id", id(entry)).set("error", error.body());
      }
    }
  }

  private static long id(JsonNode entry) {
    return entry.isObject() ? entry.path("id").asLong() : entry.asLong();
  }
}
