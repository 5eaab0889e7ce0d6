package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.Item;

/** The attributes of products and the choices of variations as they are stored. */
final class Attributes {

  private Attributes() {}

  /** As given, with every member. */
  static ArrayNode of(JsonNode given) {
    ArrayNode named = JsonNodeFactory.instance.arrayNode();
    given.forEach(one -> named.add(one.has("option") ? choice(one) : attribute(one)));
    return named;
  }

  private static ObjectNode choice(JsonNode given) {
    String name = given.path("name").asText();
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", given.path("id").asLong())
        .put("name", name)
        .put("slug", Slugs.of(name))
        .put("option", given.path("option").asText());
  }

  private static ObjectNode attribute(JsonNode given) {
    String name = given.path("name").asText();
    ObjectNode attribute = JsonNodeFactory.instance.objectNode();
    attribute.put("id", given.path("id").asLong()).put("name", name).put("slug", name);
    attribute.put("position", given.path("position").asInt());
    attribute.put("visible", given.path("visible").asBoolean());
    attribute.put("variation", given.path("variation").asBoolean());
    JsonNode options = given.path("options");
    attribute.set("options", options.isArray() ? options : attribute.arrayNode());
    return attribute;
  }

  /** Only what the product offers as a choice, in the product's order. */
  static ArrayNode ofVariation(Item parent, JsonNode chosen) {
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    for (JsonNode offered : parent.get("attributes")) {
      JsonNode choice = NullNode.instance;
      for (JsonNode one : chosen) {
        choice = means(one, offered) ? one : choice;
      }
      if (offered.path("variation").asBoolean() && choice.isObject()) {
        kept.add(named(choice.deepCopy(), offered));
      }
    }
    return kept;
  }

  /** One of the whole shop goes by its id, a product's own by its name. */
  private static boolean means(JsonNode choice, JsonNode offered) {
    long id = choice.path("id").asLong();
    return id > 0
        ? id == offered.path("id").asLong()
        : choice.path("name").equals(offered.path("name"));
  }

  private static ObjectNode named(ObjectNode choice, JsonNode offered) {
    boolean global = offered.path("id").asLong() > 0;
    String name = offered.path("name").asText();
    return choice
        .put("id", offered.path("id").asLong())
        .put("name", name)
        .put("slug", global ? offered.path("slug").asText() : Slugs.of(name));
  }
}
