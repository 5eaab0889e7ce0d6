package dev.storebridge.sandbox.shopify.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An order of the store.
 *
 * @param total with shipping, taxes and discounts
 * @param paid what transactions brought
 * @param refunded what went back
 * @param attributes what the creator wrote to it
 * @param country of the recipient, empty without one; nothing else of them is kept
 */
public record StoredOrder(
    long id,
    String name,
    Instant createdAt,
    Instant processedAt,
    Instant updatedAt,
    Instant cancelledAt,
    String cancelReason,
    String currency,
    BigDecimal total,
    BigDecimal paid,
    BigDecimal refunded,
    String sourceName,
    String sourceIdentifier,
    List<String> tags,
    String note,
    Map<String, String> attributes,
    String country,
    List<StoredLine> lines,
    List<StoredParcel> parcels) {

  public StoredOrder {
    lines = List.copyOf(lines);
    parcels = List.copyOf(parcels);
    tags = List.copyOf(tags);
  }

  public boolean cancelled() {
    return cancelledAt != null;
  }

  StoredOrder with(List<StoredLine> now, List<StoredParcel> sent, Instant at) {
    return copy(at, cancelledAt, cancelReason, refunded, now, sent);
  }

  StoredOrder cancelled(String reason, List<StoredLine> now, boolean moneyBack, Instant at) {
    return copy(at, at, reason, moneyBack ? paid : refunded, now, parcels);
  }

  private StoredOrder copy(
      Instant updated,
      Instant cancelledNow,
      String reason,
      BigDecimal back,
      List<StoredLine> newLines,
      List<StoredParcel> newParcels) {
    return new StoredOrder(
        id,
        name,
        createdAt,
        processedAt,
        updated,
        cancelledNow,
        reason,
        currency,
        total,
        paid,
        back,
        sourceName,
        sourceIdentifier,
        tags,
        note,
        attributes,
        country,
        newLines,
        newParcels);
  }

  /** How much of it was paid, in Shopify's words; null when nobody said anything of money. */
  public String financialStatus() {
    if (refunded.signum() > 0) {
      return refunded.compareTo(paid) >= 0 ? "REFUNDED" : "PARTIALLY_REFUNDED";
    }
    if (paid.signum() == 0) {
      return total.signum() == 0 ? "PAID" : null;
    }
    return paid.compareTo(total) >= 0 ? "PAID" : "PARTIALLY_PAID";
  }

  /** How much of it has left, in Shopify's words. */
  public String fulfilmentStatus() {
    int shipped = lines.stream().mapToInt(StoredLine::shipped).sum();
    int open = lines.stream().mapToInt(StoredLine::open).sum();
    if (shipped == 0) {
      return "UNFULFILLED";
    }
    return open == 0 ? "FULFILLED" : "PARTIALLY_FULFILLED";
  }
}
