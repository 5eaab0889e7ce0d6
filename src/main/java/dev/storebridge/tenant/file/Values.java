package dev.storebridge.tenant.file;

import dev.storebridge.tenant.file.YamlNode.Entries;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values of one section, read and complete. */
final class Values {

  private final Entries node;
  private final Place place;
  private final Map<Field<?>, Object> values = new HashMap<>();
  private boolean refused;

  Values(Entries node, Place place) {
    this.node = node;
    this.place = place;
  }

  void put(Field<?> field, Object value) {
    values.put(field, value);
  }

  /** The value of a field that is required or has a default. */
  <T> T get(Field<T> field) {
    return find(field).orElseThrow(() -> new IllegalStateException("no value: " + field.name()));
  }

  @SuppressWarnings("unchecked") // put by the section, read by the field's own shape
  <T> Optional<T> find(Field<T> field) {
    return Optional.ofNullable((T) values.get(field));
  }

  boolean has(Field<?> field) {
    return node.entries().stream().anyMatch(entry -> entry.key().equals(field.name()));
  }

  Place place() {
    return place;
  }

  /** Refuses the section for how its values go together. */
  void refuse(String reason, String fix) {
    place.refuse(node.at(), reason, fix);
    refused = true;
  }

  boolean isRefused() {
    return refused;
  }
}
