package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.tenant.file.YamlNode.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values of one shape, one after the other. */
record ListShape<T>(Shape<T> item) implements Shape<List<T>> {

  @Override
  public Optional<List<T>> read(YamlNode node, Place place) {
    if (!(node instanceof Items items)) {
      return Kinds.refuse(node, place, words());
    }
    List<T> values = new ArrayList<>();
    for (int i = 0; i < items.nodes().size(); i++) {
      item.read(items.nodes().get(i), place.item(i)).ifPresent(values::add);
    }
    return values.size() == items.nodes().size() ? Optional.of(values) : Optional.empty();
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = Shapes.json("array");
    schema.set("items", item.schema());
    return schema;
  }

  @Override
  public String words() {
    return "a list, each item " + item.words();
  }

  @Override
  public List<Nested> nested() {
    return item.nested().stream()
        .map(below -> new Nested("[]" + below.prefix(), below.fields()))
        .toList();
  }
}
