package dev.storebridge.platform;

/** Who goes first at a guard, most urgent first. */
public enum Urgency {
  ORDER,
  STOCK,
  PRICE,
  CONTENT,
  NEW_LISTING
}
