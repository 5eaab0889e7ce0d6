package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.Obstacle;
import dev.storebridge.commerce.ProductOption;
import dev.storebridge.commerce.Variant;
import java.util.ArrayList;
import java.util.List;

/** What WooCommerce sells and a marketplace for goods cannot. */
final class Obstacles {

  private Obstacles() {}

  /**
   * @param variations those that are for sale
   * @param variants the same, translated
   */
  static List<Obstacle> of(
      JsonNode product,
      List<JsonNode> variations,
      List<ProductOption> options,
      List<Variant> variants) {
    String type = Json.text(product, "type");
    return switch (type) {
      case "simple" -> digital(product, "");
      case "variable" -> ofVariations(variations, options, variants);
      default -> List.of(ofType(type));
    };
  }

  private static Obstacle ofType(String type) {
    return switch (type) {
      case "grouped" ->
          new Obstacle(
              "grouped-product",
              "This is a group of other products, with no price or stock of its own.",
              "type",
              "Nothing, if its members are listed themselves; else take it out of select.");
      case "external" ->
          new Obstacle(
              "external-product",
              "This product is sold on another site.",
              "type",
              "Make it a simple product if you send it yourself; else take it out of select.");
      default ->
          new Obstacle(
              "unsupported-type",
              "Products of the type \"" + type + "\" come from a plugin whose rules are its own.",
              "type",
              "Offer it as a simple or variable product, or take it out of select.");
    };
  }

  private static List<Obstacle> ofVariations(
      List<JsonNode> variations, List<ProductOption> options, List<Variant> variants) {
    List<Obstacle> obstacles = new ArrayList<>();
    for (JsonNode variation : variations) {
      obstacles.addAll(digital(variation, "variants[" + Json.text(variation, "id") + "]."));
    }
    for (Variant variant : variants) {
      for (int i = 0; i < options.size(); i++) {
        if (variant.options().get(i).isEmpty()) {
          obstacles.add(open(variant, options.get(i).name()));
        }
      }
    }
    return obstacles;
  }

  private static Obstacle open(Variant variant, String option) {
    return new Obstacle(
        "any-variation",
        "A variation stands for any "
            + option
            + ", so it is several things with one price and one stock.",
        "variants[" + variant.id() + "].options[" + option + "]",
        "Choose a value for it on the product's Variations tab, one variation for each.");
  }

  private static List<Obstacle> digital(JsonNode node, String where) {
    for (String way : List.of("downloadable", "virtual")) {
      if (Json.yes(node, way)) {
        return List.of(
            new Obstacle(
                "digital-product",
                "It is marked as " + way + ": there is nothing to send by post.",
                where + way,
                "Take the mark off if it is sent; else take the product out of select."));
      }
    }
    return List.of();
  }
}
