package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.tenant.file.YamlNode.Entries;
import dev.storebridge.tenant.file.YamlNode.Entry;
import dev.storebridge.tenant.file.YamlNode.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A mapping whose keys the merchant chooses; two spellings of one key are refused. */
record MapShape(Shape<String> key, Shape<String> value) implements Shape<Map<String, String>> {

  @Override
  public Optional<Map<String, String>> read(YamlNode node, Place place) {
    if (!(node instanceof Entries entries)) {
      return Kinds.refuse(node, place, words());
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (Entry entry : entries.entries()) {
      read(entry, place.child(entry.key()), values);
    }
    return values.size() == entries.entries().size() ? Optional.of(values) : Optional.empty();
  }

  private void read(Entry entry, Place place, Map<String, String> values) {
    Optional<String> name = key.read(new Scalar(entry.key(), false, entry.at()), place);
    Optional<String> text = value.read(entry.value(), place);
    if (name.isPresent() && values.containsKey(name.get())) {
      place.refuse(entry.at(), "the same key is there twice, spelt differently", "keep one");
    } else if (name.isPresent() && text.isPresent()) {
      values.put(name.get(), text.get());
    }
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = Shapes.json("object");
    schema.set("propertyNames", key.schema());
    schema.set("additionalProperties", value.schema());
    return schema;
  }

  @Override
  public String words() {
    return "a mapping from " + key.words() + " to " + value.words();
  }
}
