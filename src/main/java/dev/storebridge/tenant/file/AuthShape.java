package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.tenant.file.YamlNode.Entries;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One of several ways in; which one is meant is seen from the keys. */
record AuthShape(List<Way> ways) implements Shape<StoreAuth> {

  /** A way in, and where it exists. */
  record Way(Set<Platform> platforms, Section<StoreAuth> section) {

    long fits(Entries entries) {
      return entries.entries().stream().filter(entry -> names().contains(entry.key())).count();
    }

    List<String> names() {
      return section.fields().stream().map(Field::name).toList();
    }
  }

  @Override
  public Optional<StoreAuth> read(YamlNode node, Place place) {
    if (!(node instanceof Entries entries)) {
      return Kinds.refuse(node, place, words());
    }
    Optional<Platform> platform = StoreWords.platformOfStore(place);
    Way way = ways.stream().max(Comparator.comparingLong(w -> w.fits(entries))).orElseThrow();
    if (way.fits(entries) == 0) {
      place.refuse(node.at(), "names no way in", "must be " + words(platform));
      return Optional.empty();
    }
    if (platform.isPresent() && !way.platforms().contains(platform.get())) {
      place.refuse(node.at(), "is no way into this store's platform", "must be " + words(platform));
      return Optional.empty();
    }
    return way.section().read(node, place);
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ArrayNode choices = schema.putArray("oneOf");
    ways.forEach(way -> choices.add(way.section().schema()));
    return schema;
  }

  @Override
  public String words() {
    return words(Optional.empty());
  }

  private String words(Optional<Platform> platform) {
    return ways.stream()
        .filter(way -> platform.isEmpty() || way.platforms().contains(platform.get()))
        .map(way -> way.section().words())
        .collect(Collectors.joining(", or "));
  }

  @Override
  public List<Nested> nested() {
    return ways.stream().map(way -> new Nested("", way.section().fields())).toList();
  }
}
