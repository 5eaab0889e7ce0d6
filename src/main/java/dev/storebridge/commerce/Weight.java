package dev.storebridge.commerce;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a parcel weighs, in grams with up to three decimals. */
public record Weight(BigDecimal grams) {

  /** The units in which stores state weights. */
  public enum Unit {
    GRAM("1"),
    KILOGRAM("1000"),
    OUNCE("28.349523125"),
    POUND("453.59237");

    private final BigDecimal grams;

    Unit(String grams) {
      this.grams = new BigDecimal(grams);
    }
  }

  public Weight {
    if (grams.signum() < 0) {
      throw new IllegalArgumentException("a weight cannot be negative: " + grams + " g");
    }
    grams = grams.setScale(3, RoundingMode.HALF_UP);
  }

  public static Weight of(BigDecimal value, Unit unit) {
    return new Weight(value.multiply(unit.grams));
  }

  /** This weight in another unit, rounded half up to {@code decimals}. */
  public BigDecimal in(Unit unit, int decimals) {
    return grams.divide(unit.grams, decimals, RoundingMode.HALF_UP);
  }

  public boolean isZero() {
    return grams.signum() == 0;
  }
}
