package dev.storebridge.sandbox.tiktok;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A cancellation, refund, return or replacement of lines of one order. */
final class AftersaleCase {

  /** What is asked for; the names that searches filter by. */
  enum Kind {
    CANCEL,
    BUYER_CANCEL,
    REFUND,
    RETURN_AND_REFUND,
    REPLACEMENT;

    boolean cancellation() {
      return this == CANCEL || this == BUYER_CANCEL;
    }
  }

  static final String CANCEL_PENDING = "CANCELLATION_REQUEST_PENDING";
  static final String CANCEL_DONE = "CANCELLATION_REQUEST_COMPLETE";
  static final String CANCEL_WITHDRAWN = "CANCELLATION_REQUEST_CANCELLED";
  static final String RETURN_PENDING = "RETURN_OR_REFUND_REQUEST_PENDING";
  static final String RETURN_AWAITED = "AWAITING_BUYER_SHIP";
  static final String RETURN_SENT = "BUYER_SHIPPED_ITEM";
  static final String RETURN_DONE = "RETURN_OR_REFUND_REQUEST_COMPLETE";
  static final String RETURN_REFUSED = "REFUND_OR_RETURN_REQUEST_REJECT";

  final String id;
  final Order order;
  final Kind kind;
  final String role;
  final String reason;
  final List<OrderLine> lines;

  /** What the buyer gets back, by line. */
  final Map<OrderLine, BigDecimal> refunds;

  /** What the buyer gets back of the shipping. */
  final BigDecimal shipping;

  final long createTime;
  String status;
  long updateTime;

  /** Until when the seller has to answer, 0 for nothing to answer. */
  long deadline;

  AftersaleCase(
      String id,
      Order order,
      Kind kind,
      String role,
      String reason,
      Map<OrderLine, BigDecimal> refunds,
      BigDecimal shipping,
      long now) {
    this.id = id;
    this.order = order;
    this.kind = kind;
    this.role = role;
    this.reason = reason;
    this.lines = List.copyOf(refunds.keySet());
    this.refunds = Map.copyOf(refunds);
    this.shipping = shipping;
    this.createTime = now;
    this.updateTime = now;
    this.status = "";
  }

  void become(String next, long answerBy, long now) {
    status = next;
    deadline = answerBy;
    updateTime = now;
  }

  BigDecimal goods() {
    return refunds.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  boolean open() {
    return status.equals(CANCEL_PENDING)
        || status.equals(RETURN_PENDING)
        || status.equals(RETURN_AWAITED)
        || status.equals(RETURN_SENT);
  }

  boolean paidBack() {
    return status.equals(CANCEL_DONE) || status.equals(RETURN_DONE);
  }
}
