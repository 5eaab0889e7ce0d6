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
  private final Optional<T> constant;

  private Field(
      String name,
      Shape<T> shape,
      String doc,
      boolean required,
      Optional<YamlNode> fallback,
      Optional<T> constant) {
    this.name = name;
    this.shape = shape;
    this.doc = doc;
    this.required = required;
    this.fallback = fallback;
    this.constant = constant;
  }

  static <T> Field<T> required(String name, Shape<T> shape, String doc) {
    return new Field<>(name, shape, doc, true, Optional.empty(), Optional.empty());
  }

  static <T> Field<T> optional(String name, Shape<T> shape, String doc) {
    return new Field<>(name, shape, doc, false, Optional.empty(), Optional.empty());
  }

  /**
   * With a default that is the same in every file.
   *
   * @param yaml the default, as a file would spell it
   */
  static <T> Field<T> of(String name, Shape<T> shape, String yaml, String doc) {
    YamlNode node = YamlTree.value(yaml);
    return new Field<>(
        name, shape, doc, false, Optional.of(node), shape.read(node, Place.nowhere()));
  }

  /** With a default that depends on the rest of the file, and so is read for each. */
  static <T> Field<T> depending(String name, Shape<T> shape, String yaml, String doc) {
    return new Field<>(
        name, shape, doc, false, Optional.of(YamlTree.value(yaml)), Optional.empty());
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

  /** The default, where every file has the same. */
  Optional<T> constant() {
    return constant;
  }
}
