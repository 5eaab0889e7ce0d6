package dev.storebridge.tenant.file;

import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Weight;
import dev.storebridge.commerce.Weight.Unit;
import java.math.BigDecimal;
import java.util.Map;

/** Weights and sizes with their units: {@code 0.5 kg}, {@code 20x15x10 cm}. */
final class Measures {

  private static final Map<String, Unit> UNITS =
      Map.of("g", Unit.GRAM, "kg", Unit.KILOGRAM, "oz", Unit.OUNCE, "lb", Unit.POUND);

  static final Shape<Weight> WEIGHT =
      Shapes.text(
          "(?=.*[1-9])\\d{1,6}(\\.\\d{1,3})? ?(g|kg|oz|lb)",
          "a weight above 0 with its unit, for example `0.5 kg` (g, kg, oz, lb)",
          Measures::weight);

  static final Shape<Dimensions> DIMENSIONS =
      Shapes.text(
          "[1-9]\\d{0,3} ?x ?[1-9]\\d{0,3} ?x ?[1-9]\\d{0,3} ?cm",
          "length x width x height in whole centimetres, for example `20x15x10 cm`",
          Measures::dimensions);

  private Measures() {}

  private static Weight weight(String text) {
    String unit = text.replaceAll("[^a-z]", "");
    return Weight.of(new BigDecimal(text.replaceAll("[^0-9.]", "")), UNITS.get(unit));
  }

  private static Dimensions dimensions(String text) {
    String[] sides = text.replaceAll("[^0-9x]", "").split("x", -1);
    return new Dimensions(
        Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), Integer.parseInt(sides[2]));
  }
}
