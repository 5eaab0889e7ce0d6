package dev.storebridge.sync.order;

import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.mapping.OrderLink.Stage;
import dev.storebridge.tenant.AftersaleRules;

/** What an order that stands like this wants of the store. */
enum Wish {
  NOTHING,
  /** To be placed. */
  PLACE,
  /** To be placed, and held while the buyer may cancel. */
  RESERVE,
  /** To be handed to those who send the goods. */
  RELEASE,
  /** To be called off where it is. */
  CALL_OFF,
  /** Never placed, and never to be. */
  FORGET;

  /**
   * @param reserves whether the store holds goods for orders that may still be cancelled
   * @param cancellations which way cancellations go
   */
  static Wish of(
      OrderStatus status, Stage stage, boolean reserves, AftersaleRules.Direction cancellations) {
    return switch (stage) {
      case CANCELLED -> NOTHING;
      case WAITING -> ofWaiting(status, reserves);
      case RESERVED -> placed(status, cancellations, RELEASE);
      case IMPORTED -> placed(status, cancellations, NOTHING);
    };
  }

  private static Wish ofWaiting(OrderStatus status, boolean reserves) {
    return switch (status) {
      case UNPAID, UNKNOWN -> NOTHING;
      case ON_HOLD -> reserves ? RESERVE : NOTHING;
      case CANCELLED -> FORGET;
      case AWAITING_SHIPMENT,
          PARTIALLY_SHIPPED,
          AWAITING_COLLECTION,
          IN_TRANSIT,
          DELIVERED,
          COMPLETED ->
          PLACE;
    };
  }

  private static Wish placed(
      OrderStatus status, AftersaleRules.Direction cancellations, Wish onceReleased) {
    return switch (status) {
      case UNPAID, UNKNOWN, ON_HOLD -> NOTHING;
      case CANCELLED -> cancellations == AftersaleRules.Direction.NONE ? NOTHING : CALL_OFF;
      case AWAITING_SHIPMENT,
          PARTIALLY_SHIPPED,
          AWAITING_COLLECTION,
          IN_TRANSIT,
          DELIVERED,
          COMPLETED ->
          onceReleased;
    };
  }
}
