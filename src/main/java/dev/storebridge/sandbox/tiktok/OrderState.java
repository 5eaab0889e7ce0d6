package dev.storebridge.sandbox.tiktok;

/** Where an order or a line of it stands; a line is never on hold and never partly shipped. */
enum OrderState {
  UNPAID,
  ON_HOLD,
  AWAITING_SHIPMENT,
  PARTIALLY_SHIPPING,
  AWAITING_COLLECTION,
  IN_TRANSIT,
  DELIVERED,
  COMPLETED,
  CANCELLED;

  /** A buyer or seller may still call it off. */
  boolean cancellable() {
    return this == UNPAID || this == ON_HOLD || this == AWAITING_SHIPMENT;
  }

  /** What a line says while its order stands here. */
  OrderState ofLine() {
    return switch (this) {
      case ON_HOLD, PARTIALLY_SHIPPING -> AWAITING_SHIPMENT;
      default -> this;
    };
  }
}
