package dev.storebridge.commerce;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Outer measures of a parcel in whole centimetres, each at least 1. */
public record Dimensions(int length, int width, int height) {

  /** The units in which stores state lengths. */
  public enum Unit {
    MILLIMETRE("0.1"),
    CENTIMETRE("1"),
    METRE("100"),
    INCH("2.54"),
    YARD("91.44");

    private final BigDecimal centimetres;

    Unit(String centimetres) {
      this.centimetres = new BigDecimal(centimetres);
    }

    /** Rounded up: a parcel is never smaller than what is in it. */
    private int whole(BigDecimal value) {
      return value.multiply(centimetres).setScale(0, RoundingMode.CEILING).intValueExact();
    }
  }

  public Dimensions {
    if (length < 1 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "every side of a parcel is at least 1 cm: " + length + "x" + width + "x" + height);
    }
  }

  /**
   * In whole centimetres.
   *
   * @throws ArithmeticException for lengths beyond all measure
   */
  public static Dimensions of(BigDecimal length, BigDecimal width, BigDecimal height, Unit unit) {
    return new Dimensions(unit.whole(length), unit.whole(width), unit.whole(height));
  }

  /** What holds either of two. */
  public Dimensions or(Dimensions other) {
    return new Dimensions(
        Math.max(length, other.length),
        Math.max(width, other.width),
        Math.max(height, other.height));
  }
}
