package dev.storebridge.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What both sides have of one kind of thing.
 *
 * @param missing ids of the channel's orders, or of the store's products, that the other side lacks
 * @param repaired those that were missing the time before and are not any more
 */
public record Completeness(
    Kind kind,
    Instant checkedAt,
    Side channel,
    Side store,
    List<String> missing,
    List<String> repaired) {

  public Completeness {
    missing = List.copyOf(missing);
    repaired = List.copyOf(repaired);
  }

  /** What is counted. */
  public enum Kind {
    ORDERS,
    LISTINGS
  }

  /**
   * One side.
   *
   * @param sum of the orders' totals, or of the products' variants
   */
  public record Side(int count, BigDecimal sum) {

    public static final Side NOTHING = new Side(0, BigDecimal.ZERO);

    public Side and(BigDecimal one) {
      return new Side(count + 1, sum.add(one));
    }
  }

  /** The same after a count before it. */
  Completeness after(Completeness before) {
    Set<String> still = Set.copyOf(missing);
    List<String> mended = before.missing.stream().filter(id -> !still.contains(id)).toList();
    return new Completeness(kind, checkedAt, channel, store, missing, mended);
  }
}
