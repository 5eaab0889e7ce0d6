package dev.storebridge.work;

import dev.storebridge.platform.Explanation;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that a person has to look at. Closed by itself when the thing it is about converges.
 *
 * @param ref the product's id, the order's id, or {@code account}
 * @param nextTryAt when it is tried again by itself; empty when it waits for a change
 */
public record Problem(
    String id,
    String storeId,
    String connectionId,
    Kind kind,
    String ref,
    Explanation explanation,
    Instant since,
    int tries,
    Optional<Instant> nextTryAt) {

  /**
   * The code of what only a reading of the whole catalogue finds and closes: the work on one
   * product leaves it alone.
   */
  public static final String SHARED_SKU = "sku-shared";

  /** What it is about. */
  public enum Kind {
    LISTING,
    ORDER,
    ACCOUNT
  }

  /** The thing that problems are about. */
  public record Subject(String storeId, String connectionId, Kind kind, String ref) {

    /** A connection as a whole. */
    public static Subject account(String storeId, String connectionId) {
      return new Subject(storeId, connectionId, Kind.ACCOUNT, "account");
    }

    /** One order. */
    public static Subject order(String storeId, String connectionId, String orderId) {
      return new Subject(storeId, connectionId, Kind.ORDER, orderId);
    }

    /** One product's listing. */
    public static Subject listing(String storeId, String connectionId, String productId) {
      return new Subject(storeId, connectionId, Kind.LISTING, productId);
    }
  }
}
