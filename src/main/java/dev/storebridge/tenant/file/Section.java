package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.tenant.file.YamlNode.Entries;
import dev.storebridge.tenant.file.YamlNode.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A mapping with known keys.
 *
 * @param words what it is, for people
 * @param build makes the record; may refuse a combination through {@link Values#refuse}
 */
record Section<T>(String words, List<Field<?>> fields, Function<Values, T> build)
    implements Shape<T> {

  @Override
  public Optional<T> read(YamlNode node, Place place) {
    if (!(node instanceof Entries entries)) {
      return Kinds.refuse(node, place, words);
    }
    boolean complete = refuseUnknown(entries, place);
    Values values = new Values(entries, place);
    for (Field<?> field : fields) {
      complete &= read(field, entries, values);
    }
    if (!complete) {
      return Optional.empty();
    }
    T built = build.apply(values);
    return values.isRefused() ? Optional.empty() : Optional.of(built);
  }

  private boolean refuseUnknown(Entries entries, Place place) {
    List<String> known = fields.stream().map(Field::name).toList();
    List<Entry> unknown =
        entries.entries().stream().filter(entry -> !known.contains(entry.key())).toList();
    unknown.forEach(
        entry ->
            place
                .child(entry.key())
                .refuse(entry.at(), "unknown key", Suggestion.among(known, entry.key())));
    return unknown.isEmpty();
  }

  private <V> boolean read(Field<V> field, Entries entries, Values values) {
    Optional<YamlNode> written =
        entries.entries().stream()
            .filter(entry -> entry.key().equals(field.name()))
            .map(Entry::value)
            .findFirst();
    if (written.isEmpty() && field.constant().isPresent()) {
      values.put(field, field.constant().get());
      return true;
    }
    Optional<YamlNode> node = written.or(field::fallback);
    Place place = values.place().child(field.name());
    if (node.isEmpty()) {
      if (field.isRequired()) {
        place.refuse(entries.at(), "the key is missing", "it must be " + field.shape().words());
      }
      return !field.isRequired();
    }
    Optional<V> value = field.shape().read(node.get(), place);
    value.ifPresent(read -> values.put(field, read));
    return value.isPresent();
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    fields.forEach(field -> properties.set(field.name(), schemaOf(field)));
    ArrayNode required = schema.arrayNode();
    fields.stream().filter(Field::isRequired).map(Field::name).forEach(required::add);
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode schemaOf(Field<?> field) {
    ObjectNode schema = field.shape().schema().put("description", field.doc());
    field.fallback().map(Kinds::json).ifPresent(value -> schema.set("default", value));
    return schema;
  }

  @Override
  public List<Nested> nested() {
    return List.of(new Nested("", fields));
  }
}
