package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a value may look like: reads it, and describes itself to editors and people.
 *
 * @param <T> what it is read into
 */
interface Shape<T> {

  /** Empty after everything that is wrong has been reported. */
  Optional<T> read(YamlNode node, Place place);

  /** As JSON schema 2020-12. */
  ObjectNode schema();

  /** For people, to follow "must be": a whole number from 0 to 100. */
  String words();

  /** The keys below, with a path prefix for the values between: {@code []} for a list's items. */
  default List<Nested> nested() {
    return List.of();
  }

  /** Keys below a value. */
  record Nested(String prefix, List<Field<?>> fields) {}
}
