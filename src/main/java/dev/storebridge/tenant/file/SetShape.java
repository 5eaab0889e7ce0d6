package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.tenant.file.YamlNode.Items;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A list in which nothing stands twice. */
record SetShape<T>(Shape<T> item) implements Shape<Set<T>> {

  @Override
  public Optional<Set<T>> read(YamlNode node, Place place) {
    return new ListShape<>(item).read(node, place).flatMap(values -> unique(values, node, place));
  }

  private static <T> Optional<Set<T>> unique(List<T> values, YamlNode node, Place place) {
    Set<T> set = new LinkedHashSet<>();
    for (int i = 0; i < values.size(); i++) {
      if (!set.add(values.get(i)) && node instanceof Items items) {
        place.item(i).refuse(items.nodes().get(i).at(), "stands in the list twice", "keep one");
      }
    }
    return set.size() == values.size() ? Optional.of(set) : Optional.empty();
  }

  @Override
  public ObjectNode schema() {
    return new ListShape<>(item).schema().put("uniqueItems", true);
  }

  @Override
  public String words() {
    return "a list without repetitions, each item " + item.words();
  }
}
