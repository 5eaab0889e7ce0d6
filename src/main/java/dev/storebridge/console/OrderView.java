package dev.storebridge.console;

import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.work.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/**
 * An order of the shop as the API shows it.
 *
 * @param storeOrderId null while the store has none
 * @param expectedTotal by the merchant's rules, null before it was composed
 * @param storeTotal as the store reckons it, null while it has none
 * @param problem the first of its open problems, null when all is well
 */
@RegisterForReflection
record OrderView(
    String tiktokOrderId,
    String storeOrderId,
    String state,
    String currency,
    String tiktokTotal,
    String expectedTotal,
    String storeTotal,
    ProblemView problem) {

  static OrderView of(OrderLink order, Optional<Problem> problem) {
    return new OrderView(
        order.key().orderId(),
        order.storeOrderId().orElse(null),
        state(order, problem),
        order.channelTotal().currency().value(),
        order.channelTotal().text(),
        order.expectedTotal().map(Money::text).orElse(null),
        order.storeTotal().map(Money::text).orElse(null),
        problem.map(ProblemView::of).orElse(null));
  }

  private static String state(OrderLink order, Optional<Problem> problem) {
    return switch (order.stage()) {
      case CANCELLED -> "cancelled";
      case RESERVED -> "reserved";
      case IMPORTED -> refunded(order).orElseGet(() -> imported(order.channelStatus()));
      case WAITING -> {
        if (order.intent().isPresent()) {
          yield "creating";
        }
        yield problem.filter(one -> one.nextTryAt().isEmpty()).isPresent() ? "parked" : "waiting";
      }
    };
  }

  private static Optional<String> refunded(OrderLink order) {
    if (order.refunded().amount().signum() == 0) {
      return Optional.empty();
    }
    boolean all =
        order
            .storeTotal()
            .filter(total -> order.refunded().amount().compareTo(total.amount()) >= 0)
            .isPresent();
    return Optional.of(all ? "refunded" : "partially-refunded");
  }

  private static String imported(OrderStatus channel) {
    return switch (channel) {
      case PARTIALLY_SHIPPED -> "partially-fulfilled";
      case AWAITING_COLLECTION, IN_TRANSIT -> "fulfilled";
      case DELIVERED, COMPLETED -> "delivered";
      case UNPAID, ON_HOLD, AWAITING_SHIPMENT, CANCELLED, UNKNOWN -> "imported";
    };
  }
}
