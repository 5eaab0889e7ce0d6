package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Weight;
import java.util.Optional;

/**
 * What a shop's settings say about the figures of its products.
 *
 * @param weightUnit empty for a word that we do not know: weights are then left out
 * @param sizeUnit empty for a word that we do not know: sizes are then left out
 * @param taxIncluded false when tax comes on top of the prices that the API shows
 */
record ShopSettings(
    CurrencyCode currency,
    Optional<Weight.Unit> weightUnit,
    Optional<Dimensions.Unit> sizeUnit,
    boolean taxIncluded) {

  /**
   * Reads the settings; an unknown currency is a fault of the caller's to tell.
   *
   * @param general the group of that name, a list of {@code {id, value}}
   * @param products the group of that name
   * @param pricesIncludeTax the one setting
   */
  static Optional<ShopSettings> of(JsonNode general, JsonNode products, JsonNode pricesIncludeTax) {
    String currency = value(general, "woocommerce_currency");
    if (!currency.matches("[A-Z]{3}")) {
      return Optional.empty();
    }
    boolean taxed = value(general, "woocommerce_calc_taxes").equals("yes");
    boolean included = Json.text(pricesIncludeTax, "value").equals("yes");
    return Optional.of(
        new ShopSettings(
            new CurrencyCode(currency),
            weightUnit(value(products, "woocommerce_weight_unit")),
            sizeUnit(value(products, "woocommerce_dimension_unit")),
            !taxed || included));
  }

  private static String value(JsonNode group, String id) {
    for (JsonNode setting : group) {
      if (Json.text(setting, "id").equals(id)) {
        return Json.text(setting, "value");
      }
    }
    return "";
  }

  private static Optional<Dimensions.Unit> sizeUnit(String word) {
    return switch (word) {
      case "mm" -> Optional.of(Dimensions.Unit.MILLIMETRE);
      case "cm" -> Optional.of(Dimensions.Unit.CENTIMETRE);
      case "m" -> Optional.of(Dimensions.Unit.METRE);
      case "in" -> Optional.of(Dimensions.Unit.INCH);
      case "yd" -> Optional.of(Dimensions.Unit.YARD);
      default -> Optional.empty();
    };
  }

  private static Optional<Weight.Unit> weightUnit(String word) {
    return switch (word) {
      case "g" -> Optional.of(Weight.Unit.GRAM);
      case "kg" -> Optional.of(Weight.Unit.KILOGRAM);
      case "oz" -> Optional.of(Weight.Unit.OUNCE);
      case "lbs" -> Optional.of(Weight.Unit.POUND);
      default -> Optional.empty();
    };
  }
}
