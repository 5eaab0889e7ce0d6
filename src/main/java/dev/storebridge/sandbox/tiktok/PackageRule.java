package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** Weight is obligatory; units fit the market and each other. */
final class PackageRule {

  private PackageRule() {}

  static void check(Submission s) {
    JsonNode weight = s.at("package_weight");
    JsonNode size = s.at("package_dimensions");
    Refusal.when(!weight.isObject(), Code.WEIGHT_MISSING);
    weight(s.market(), weight);
    if (size.isObject()) {
      size(s.market(), size);
      boolean imperialWeight = weight.path("unit").asText().equals("POUND");
      boolean imperialSize = size.path("unit").asText().equals("INCH");
      Refusal.when(imperialWeight != imperialSize, Code.UNIT_SYSTEMS);
    } else {
      Refusal.when(s.category.dimensions(), Code.PACKAGE_SIZE_INVALID, "required in this category");
    }
  }

  private static void weight(Market market, JsonNode weight) {
    String unit = weight.path("unit").asText();
    int decimals =
        switch (unit) {
          case "KILOGRAM" -> 3;
          case "POUND" -> 2;
          case "GRAM" -> 0;
          default -> throw Refusal.at(Code.UNIT_UNSUPPORTED, unit);
        };
    Refusal.when(unit.equals("POUND") && !market.us(), Code.IMPERIAL_UNITS);
    Refusal.when(unit.equals("GRAM") && !market.grams(), Code.UNIT_UNSUPPORTED, unit);
    String text = weight.path("value").asText();
    Refusal.when(!text.matches("\\d{1,9}(\\.\\d{1,9})?"), Code.PACKAGE_WEIGHT_INVALID, text);
    BigDecimal value = new BigDecimal(text);
    Refusal.when(value.signum() == 0, Code.WEIGHT_ZERO);
    boolean tooFine = value.stripTrailingZeros().scale() > decimals;
    Refusal.when(tooFine, Code.PACKAGE_WEIGHT_INVALID, text);
  }

  private static void size(Market market, JsonNode size) {
    String unit = size.path("unit").asText();
    boolean inch = unit.equals("INCH");
    Refusal.when(!inch && !unit.equals("CENTIMETER"), Code.UNIT_UNSUPPORTED, unit);
    Refusal.when(inch && !market.us(), Code.IMPERIAL_UNITS);
    for (String side : List.of("length", "width", "height")) {
      String text = size.path(side).asText();
      Refusal.when(!text.matches("[1-9]\\d{0,5}"), Code.PACKAGE_SIZE_INVALID, side);
    }
  }
}
