package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.tenant.file.YamlNode.Entries;
import dev.storebridge.tenant.file.YamlNode.Items;
import dev.storebridge.tenant.file.YamlNode.Refused;
import dev.storebridge.tenant.file.YamlNode.Scalar;
import java.util.Optional;

/** What kind of YAML a value is, in words and as JSON. */
final class Kinds {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Kinds() {}

  /** Says that a value is of the wrong kind, unless its problem is known already. */
  static <T> Optional<T> refuse(YamlNode node, Place place, String expected) {
    if (node instanceof Scalar scalar && scalar.isNull()) {
      place.refuse(node.at(), "the key has no value", "write " + expected + ", or remove the key");
    } else if (!(node instanceof Refused)) {
      place.refuse(node.at(), "is " + of(node) + ", must be " + expected, "");
    }
    return Optional.empty();
  }

  private static String of(YamlNode node) {
    return switch (node) {
      case Items items -> "a list";
      case Entries entries -> "a mapping";
      case Scalar scalar when scalar.isBoolean() -> "true or false";
      case Scalar scalar when scalar.isNumber() -> "a number";
      case Scalar scalar -> "text";
      case Refused refused -> "refused";
    };
  }

  static JsonNode json(YamlNode node) {
    return switch (node) {
      case Items items -> {
        ArrayNode array = JSON.arrayNode();
        items.nodes().forEach(item -> array.add(json(item)));
        yield array;
      }
      case Entries entries -> {
        ObjectNode object = JSON.objectNode();
        entries.entries().forEach(entry -> object.set(entry.key(), json(entry.value())));
        yield object;
      }
      case Scalar scalar when scalar.isBoolean() ->
          JSON.booleanNode(Boolean.parseBoolean(scalar.text()));
      case Scalar scalar when scalar.isNumber() -> JSON.numberNode(Integer.parseInt(scalar.text()));
      case Scalar scalar -> JSON.textNode(scalar.text());
      case Refused refused -> JSON.nullNode();
    };
  }
}
