package dev.storebridge.commerce;

/** Outer measures of a parcel in whole centimetres, each at least 1. */
public record Dimensions(int length, int width, int height) {

  public Dimensions {
    if (length < 1 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "every side of a parcel is at least 1 cm: " + length + "x" + width + "x" + height);
    }
  }
}
