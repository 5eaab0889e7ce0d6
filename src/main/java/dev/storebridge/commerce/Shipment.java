package dev.storebridge.commerce;

import java.util.Map;

/**
 * Goods of a store's order that left together.
 *
 * @param id the store's
 * @param units by the store's line ids
 * @param carrier as the store names it, may be empty
 * @param trackingNumber may be empty
 * @param cancelled true when it was taken back before it left
 */
public record Shipment(
    String id,
    Map<String, Integer> units,
    String carrier,
    String trackingNumber,
    boolean cancelled) {

  public Shipment {
    units = Map.copyOf(units);
  }
}
