package dev.storebridge.sandbox.shopify.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * An order of the store.
 *
 * @param total with shipping, taxes and discounts
 * @param paid what transactions brought
 * @param refunded what went back
 * @param attributes what the creator wrote to it
 * @param country of the recipient, empty without one
 * @param street of the recipient, empty without one; nothing else of them is kept
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
    String street,
    List<StoredLine> lines,
    List<StoredParcel> parcels,
    List<StoredRefund> refunds) {

  public StoredOrder {
    lines = List.copyOf(lines);
    parcels = List.copyOf(parcels);
    refunds = List.copyOf(refunds);
    tags = List.copyOf(tags);
  }

  public boolean cancelled() {
    return cancelledAt != null;
  }

  /** Whether something of it has left. */
  public boolean sent() {
    return parcels.stream().anyMatch(parcel -> !parcel.cancelled());
  }

  /** The units that can still be sent, by line id. */
  Map<Long, Integer> open() {
    Map<Long, Integer> open = new LinkedHashMap<>();
    lines.stream()
        .filter(line -> line.open() > 0)
        .forEach(line -> open.put(line.id(), line.open()));
    return open;
  }

  /** Whether so many units of these lines can still be sent. */
  boolean holdsOpen(Map<Long, Integer> units) {
    return holds(units, StoredLine::open);
  }

  /** Whether so many units of these lines are still part of it, sent or not. */
  boolean holds(Map<Long, Integer> units) {
    return holds(units, line -> line.quantity() - line.removed());
  }

  private boolean holds(Map<Long, Integer> units, ToIntFunction<StoredLine> there) {
    return units.entrySet().stream()
        .allMatch(
            one ->
                one.getValue() > 0
                    && lines.stream()
                        .filter(line -> line.id() == one.getKey())
                        .anyMatch(line -> one.getValue() <= there.applyAsInt(line)));
  }

  StoredOrder with(List<StoredLine> now, List<StoredParcel> sent, Instant at) {
    return copy(new Fate(at, cancelledAt, cancelReason, refunded), now, sent, refunds);
  }

  StoredOrder cancelled(String reason, List<StoredLine> now, boolean moneyBack, Instant at) {
    BigDecimal back = moneyBack ? paid : refunded;
    return copy(new Fate(at, at, reason, back), now, parcels, refunds);
  }

  StoredOrder refunded(StoredRefund refund, List<StoredLine> now, Instant at) {
    BigDecimal back = refunded.add(refund.amount());
    List<StoredRefund> all = Stream.concat(refunds.stream(), Stream.of(refund)).toList();
    return copy(new Fate(at, cancelledAt, cancelReason, back), now, parcels, all);
  }

  StoredOrder to(String newCountry, String newStreet, Instant at) {
    return new StoredOrder(
        id,
        name,
        createdAt,
        processedAt,
        at,
        cancelledAt,
        cancelReason,
        currency,
        total,
        paid,
        refunded,
        sourceName,
        sourceIdentifier,
        tags,
        note,
        attributes,
        newCountry,
        newStreet,
        lines,
        parcels,
        refunds);
  }

  private record Fate(Instant updated, Instant cancelled, String reason, BigDecimal refunded) {}

  private StoredOrder copy(
      Fate fate,
      List<StoredLine> newLines,
      List<StoredParcel> newParcels,
      List<StoredRefund> newRefunds) {
    return new StoredOrder(
        id,
        name,
        createdAt,
        processedAt,
        fate.updated(),
        fate.cancelled(),
        fate.reason(),
        currency,
        total,
        paid,
        fate.refunded(),
        sourceName,
        sourceIdentifier,
        tags,
        note,
        attributes,
        country,
        street,
        newLines,
        newParcels,
        newRefunds);
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
