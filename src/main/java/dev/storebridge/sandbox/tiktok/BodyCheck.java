package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Holds query and body against the endpoint table: nothing missing, nothing unknown, right types.
 */
final class BodyCheck {

  private static final Set<String> COMMON_QUERY =
      Set.of("app_key", "timestamp", "sign", "access_token", "shop_cipher");

  private BodyCheck() {}

  static void query(Endpoint endpoint, Request request) {
    for (String name : request.query().keySet()) {
      if (!COMMON_QUERY.contains(name) && !endpoint.query().containsKey(name)) {
        throw new Refusal(Code.PARAMETER, "unexpected identifier in the query: " + name);
      }
    }
    endpoint.query().forEach((name, field) -> queryValue(request, name, field));
  }

  private static void queryValue(Request request, String name, Field field) {
    if (!request.query().containsKey(name)) {
      if (field.required()) {
        throw new Refusal(Code.PARAMETER, "missing query parameter: " + name);
      }
      return;
    }
    String value = request.query(name);
    boolean right =
        switch (field.kind()) {
          case INT -> value.matches("-?\\d{1,9}");
          case BOOL -> value.equals("true") || value.equals("false");
          default -> true;
        };
    Refusal.when(!right, Code.VALUE_WRONG, name);
  }

  /** The JSON body of a call; an endpoint without body takes none. */
  static ObjectNode json(Endpoint endpoint, Request request) {
    if (endpoint.body().isEmpty()) {
      if (request.body().length > 0) {
        throw new Refusal(Code.PARAMETER, "unexpected body");
      }
      return Json.object();
    }
    contentType(request);
    ObjectNode body = parsed(request.body());
    fields(body, endpoint.body(), "");
    return body;
  }

  static void contentType(Request request) {
    Refusal.when(request.contentTypes().size() > 1, Code.CONTENT_TYPE, "sent twice");
    Refusal.when(!request.mediaType().equals("application/json"), Code.CONTENT_TYPE);
  }

  private static ObjectNode parsed(byte[] bytes) {
    try {
      if (Json.parse(bytes) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new Refusal(Code.PARAMETER, "the body is not valid JSON");
    }
    throw new Refusal(Code.PARAMETER, "missing body: a JSON object is required");
  }

  private static void fields(ObjectNode node, Map<String, Field> known, String place) {
    node.properties()
        .forEach(
            entry -> {
              Field field = known.get(entry.getKey());
              String where = place + entry.getKey();
              if (field == null) {
                throw new Refusal(Code.PARAMETER, "unexpected identifier in the body: " + where);
              }
              value(entry.getValue(), field, where);
            });
    known.forEach(
        (name, field) -> {
          if (field.required() && !node.has(name)) {
            throw new Refusal(Code.PARAMETER, "missing body parameter: " + place + name);
          }
        });
  }

  private static void value(JsonNode node, Field field, String where) {
    if (!field.list()) {
      single(node, field, where);
      return;
    }
    Refusal.when(!node.isArray(), Code.VALUE_WRONG, where);
    for (int i = 0; i < node.size(); i++) {
      single(node.get(i), field, where + "[" + i + "]");
    }
  }

  private static void single(JsonNode node, Field field, String where) {
    boolean right =
        switch (field.kind()) {
          case STRING, FILE -> node.isTextual();
          case INT -> node.isIntegralNumber() && node.canConvertToLong();
          case BOOL -> node.isBoolean();
          case OBJECT -> node.isObject();
        };
    Refusal.when(!right, Code.VALUE_WRONG, where);
    if (field.kind() == Field.Kind.OBJECT) {
      fields((ObjectNode) node, field.children(), where + ".");
    }
  }
}
