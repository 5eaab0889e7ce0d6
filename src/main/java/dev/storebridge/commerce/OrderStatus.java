package dev.storebridge.commerce;

/** Where an order, or one line of it, stands on its channel, in our words. */
public enum OrderStatus {
  /** Placed and not paid. */
  UNPAID,
  /** Paid; the buyer may still cancel without asking. */
  ON_HOLD,
  AWAITING_SHIPMENT,
  PARTIALLY_SHIPPED,
  /** The carrier is booked and has not come yet. */
  AWAITING_COLLECTION,
  IN_TRANSIT,
  DELIVERED,
  /** Nothing can be returned any more. */
  COMPLETED,
  CANCELLED,
  /** The channel used a word that we do not know. */
  UNKNOWN;

  /** True once the goods are out of the merchant's hands. */
  public boolean left() {
    return this == IN_TRANSIT || this == DELIVERED || this == COMPLETED;
  }
}
