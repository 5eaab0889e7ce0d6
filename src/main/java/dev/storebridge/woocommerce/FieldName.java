package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A further value of a product that a tenant's rules name: {@code attribute:<name>} is an attribute
 * by its name or slug, {@code metafield:<ns>.<key>} an entry of its meta data. WooCommerce's meta
 * keys have no name space, so the whole name is looked for first and then the part behind the dot:
 * {@code metafield:meta._material} finds {@code _material}.
 */
record FieldName(String field, Kind kind, String name) {

  /** Where the value stands. */
  enum Kind {
    ATTRIBUTE("attribute:"),
    META("metafield:");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  static List<FieldName> of(Collection<String> fields) {
    return fields.stream().sorted().distinct().flatMap(field -> of(field).stream()).toList();
  }

  private static Optional<FieldName> of(String field) {
    for (Kind kind : Kind.values()) {
      if (field.startsWith(kind.prefix)) {
        return Optional.of(
            new FieldName(field, kind, field.substring(kind.prefix.length()).strip()));
      }
    }
    return Optional.empty();
  }

  static Map<String, String> valuesOf(JsonNode product, List<FieldName> names) {
    Map<String, String> values = new HashMap<>();
    for (FieldName name : names) {
      name.valueIn(product).ifPresent(value -> values.put(name.field(), value));
    }
    return values;
  }

  private Optional<String> valueIn(JsonNode product) {
    return (kind == Kind.ATTRIBUTE
            ? attribute(product)
            : meta(product, name).or(() -> key(product)))
        .filter(value -> !value.isBlank());
  }

  private Optional<String> key(JsonNode product) {
    return meta(product, name.substring(name.indexOf('.') + 1));
  }

  private Optional<String> attribute(JsonNode product) {
    return Json.entries(product, "attributes")
        .filter(attribute -> Attributes.isCalled(attribute, name))
        .findFirst()
        .map(Attributes::options)
        .map(options -> String.join(", ", options));
  }

  private static Optional<String> meta(JsonNode product, String key) {
    return Json.entries(product, "meta_data")
        .filter(entry -> Json.text(entry, "key").equals(key))
        .findFirst()
        .map(entry -> text(entry.path("value")));
  }

  /** A value of several parts is shown with commas; people read and write it so. */
  private static String text(JsonNode value) {
    if (!value.isContainerNode()) {
      return Json.words(value.asText(""));
    }
    return value
        .valueStream()
        .map(part -> part.isContainerNode() ? part.toString() : Json.words(part.asText("")))
        .collect(Collectors.joining(", "));
  }
}
