package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.platform.Platform;
import dev.storebridge.tenant.ListingRules.Select;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code select}: which products are listed; an empty list means any. */
final class SelectFormat {

  private static final Field<List<String>> STATUS =
      Field.optional(
          "status",
          new ListShape<>(new Status()),
          "in the store's own words; left out: [active] for Shopify, [publish] for WooCommerce");
  private static final Field<List<String>> TAGS = words("tags", "products with one of these tags");
  private static final Field<List<String>> EXCLUDE_TAGS =
      words("exclude-tags", "products with one of these tags stay out");
  private static final Field<List<String>> TYPES = words("types", "products of these types");
  private static final Field<List<String>> VENDORS = words("vendors", "products of these vendors");
  private static final Field<List<String>> SKUS =
      words("skus", "products with a variant of these SKUs");

  static final Section<Select> SELECT =
      new Section<>(
          "a selection",
          List.of(STATUS, TAGS, EXCLUDE_TAGS, TYPES, VENDORS, SKUS),
          values ->
              new Select(
                  values.find(STATUS).orElseGet(() -> usual(values.place())),
                  values.get(TAGS),
                  values.get(EXCLUDE_TAGS),
                  values.get(TYPES),
                  values.get(VENDORS),
                  values.get(SKUS)));

  private SelectFormat() {}

  private static Field<List<String>> words(String name, String doc) {
    return Field.of(name, new ListShape<>(Shapes.some(255)), "[]", doc + "; empty: any");
  }

  private static List<String> usual(Place place) {
    return StoreWords.platformOfConnection(place)
        .map(platform -> StoreWords.statuses(platform).subList(0, 1))
        .orElse(List.of());
  }

  /** A status, which must be one of the store's platform. */
  private record Status() implements Shape<String> {

    @Override
    public Optional<String> read(YamlNode node, Place place) {
      List<String> known =
          StoreWords.platformOfConnection(place).map(StoreWords::statuses).orElse(all());
      return choice(known).read(node, place);
    }

    private static List<String> all() {
      Set<String> all = new LinkedHashSet<>();
      for (Platform platform : StoreWords.PLATFORMS) {
        all.addAll(StoreWords.statuses(platform));
      }
      return new ArrayList<>(all);
    }

    private static Shape<String> choice(List<String> words) {
      return Shapes.choice(words, word -> word);
    }

    @Override
    public ObjectNode schema() {
      return choice(all()).schema();
    }

    @Override
    public String words() {
      return choice(all()).words();
    }
  }
}
