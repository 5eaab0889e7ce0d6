package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.ProductOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A product's attributes: some tell, some are chosen from. */
final class Attributes {

  private final List<JsonNode> choices;

  private Attributes(List<JsonNode> choices) {
    this.choices = choices;
  }

  /** Those that the variations of a product differ in. */
  static Attributes chosen(JsonNode product) {
    return new Attributes(
        Json.entries(product, "attributes")
            .filter(attribute -> Json.yes(attribute, "variation"))
            .toList());
  }

  List<ProductOption> asOptions() {
    return choices.stream()
        .map(choice -> new ProductOption(Json.words(choice, "name"), options(choice)))
        .toList();
  }

  /** What a variation chose, in the product's order; empty text where it leaves the choice open. */
  List<String> valuesOf(JsonNode variation) {
    List<String> values = new ArrayList<>();
    for (JsonNode choice : choices) {
      values.add(
          Json.entries(variation, "attributes")
              .filter(made -> same(choice, made))
              .findFirst()
              .map(made -> spelled(choice, Json.words(made, "option")))
              .orElse(""));
    }
    return values;
  }

  static List<String> options(JsonNode attribute) {
    return Json.entries(attribute, "options")
        .map(option -> Json.words(option.asText("")))
        .filter(option -> !option.isEmpty())
        .toList();
  }

  /** Global attributes have an id; those of one product are told by their name. */
  private static boolean same(JsonNode choice, JsonNode made) {
    String id = Json.text(choice, "id");
    if (id.isEmpty() || id.equals("0")) {
      return isCalled(made, Json.words(choice, "name"))
          || isCalled(made, Json.text(choice, "slug"));
    }
    return id.equals(Json.text(made, "id"));
  }

  static boolean isCalled(JsonNode attribute, String name) {
    return !name.isEmpty()
        && (Json.words(attribute, "name").equalsIgnoreCase(name)
            || Json.text(attribute, "slug").equalsIgnoreCase(name));
  }

  /** The product's own spelling: a variation may name the value by its slug. */
  private static String spelled(JsonNode choice, String option) {
    Optional<String> known =
        options(choice).stream()
            .filter(value -> value.equalsIgnoreCase(option) || slug(value).equals(option))
            .findFirst();
    return known.orElse(option);
  }

  private static String slug(String value) {
    return value.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
  }
}
