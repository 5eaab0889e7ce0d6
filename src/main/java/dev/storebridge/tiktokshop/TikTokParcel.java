package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Parcel;
import dev.storebridge.commerce.Weight;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes weight and size in one system of units: kilograms with three decimals and whole
 * centimetres, or in the US pounds with two and whole inches.
 */
final class TikTokParcel {

  private static final BigDecimal CENTIMETRES_PER_INCH = new BigDecimal("2.54");

  private TikTokParcel() {}

  static void write(ObjectNode product, Parcel parcel, boolean imperial) {
    parcel.weight().ifPresent(weight -> writeWeight(product, weight, imperial));
    parcel.dimensions().ifPresent(size -> writeSize(product, size, imperial));
  }

  /** TikTok refuses zero, so what rounds to nothing weighs the smallest amount there is. */
  private static void writeWeight(ObjectNode product, Weight weight, boolean imperial) {
    Weight.Unit unit = imperial ? Weight.Unit.POUND : Weight.Unit.KILOGRAM;
    int decimals = imperial ? 2 : 3;
    BigDecimal value = weight.in(unit, decimals);
    if (!weight.isZero()) {
      value = value.max(BigDecimal.ONE.movePointLeft(decimals));
    }
    product
        .putObject("package_weight")
        .put("value", value.toPlainString())
        .put("unit", unit.name());
  }

  private static void writeSize(ObjectNode product, Dimensions size, boolean imperial) {
    product
        .putObject("package_dimensions")
        .put("length", side(size.length(), imperial))
        .put("width", side(size.width(), imperial))
        .put("height", side(size.height(), imperial))
        .put("unit", imperial ? "INCH" : "CENTIMETER");
  }

  private static String side(int centimetres, boolean imperial) {
    BigDecimal side = BigDecimal.valueOf(centimetres);
    return imperial
        ? side.divide(CENTIMETRES_PER_INCH, 0, RoundingMode.CEILING).toPlainString()
        : side.toPlainString();
  }
}
