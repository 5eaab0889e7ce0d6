package dev.storebridge.tenant.file;

import java.util.Optional;

/**
 * A key of the format. Two fields are the same only if they are one object.
 *
 * @param <T> what its value is read into
 */
final class Field<T> {

  private final String name;
  private final Shape<T> shape;
  private final String doc;
  private final boolean required;
  private final Optional<YamlNode> fallback;

  private Field(
      String name, Shape<T> shape, String doc, boolean required, Optional<YamlNode> fallback) {
    this.name = name;
    this.shape = shape;
    this.doc = doc;
    this.required = required;
    this.fallback = fallback;
  }

  static <T> Field<T> required(String name, Shape<T> shape, String doc) {
    return new Field<>(name, shape, doc, true, Optional.empty());
  }

  static <T> Field<T> optional(String name, Shape<T> shape, String doc) {
    return new Field<>(name, shape, doc, false, Optional.empty());
  }

  /**
   * @param yaml the default, as a file would spell it
   */
  static <T> Field<T> of(String name, Shape<T> shape, String yaml, String doc) {
    return new Field<>(name, shape, doc, false, Optional.of(YamlTree.value(yaml)));
  }

  String name() {
    return name;
  }

  Shape<T> shape() {
    return shape;
  }

  String doc() {
    return doc;
  }

  boolean isRequired() {
    return required;
  }

  Optional<YamlNode> fallback() {
    return fallback;
  }
}
