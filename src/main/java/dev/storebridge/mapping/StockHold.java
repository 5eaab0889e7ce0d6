package dev.storebridge.mapping;

import java.time.Instant;
import java.util.Optional;

/**
 * Units of one offer in one line of a channel's order, as the stock ledger has them: each once.
 *
 * @param connectionId in whose shop they were sold
 * @param productId the store's product, empty while none is linked with the offer
 * @param variantId empty with it
 * @param warehouseId the channel's, empty when it named none
 * @param soldAt when the channel took them out of what it sells
 * @param soldSeq the sale's place in the ledger
 * @param backAt the earliest that the channel can have sold them again; empty while they are not
 *     back
 * @param changedSeq the place in the ledger of the last change
 * @param knownAt when the store had answered that it took them out of its own stock, or when we saw
 *     that they had left
 */
public record StockHold(
    Key key,
    String connectionId,
    String productId,
    String variantId,
    String warehouseId,
    int units,
    State state,
    Instant soldAt,
    long soldSeq,
    Optional<Instant> backAt,
    long changedSeq,
    Optional<Instant> knownAt) {

  /** Which line of which order, and which offer of it. */
  public record Key(String storeId, String shopId, String orderId, String lineId, String offerId) {}

  /** What became of the units; in the order in which one follows another, none goes back. */
  public enum State {
    /** Sold, and the store does not know. */
    HELD,
    /** Out of the house, and nobody is going to tell the store: its own count has to know. */
    LEFT,
    /** The store took them out of its own stock. */
    KNOWN,
    /** Called off: the channel sells them again. */
    RELEASED
  }

  /** The same, linked with a product. */
  public StockHold linked(String product, String variant) {
    return new StockHold(
        key,
        connectionId,
        product,
        variant,
        warehouseId,
        units,
        state,
        soldAt,
        soldSeq,
        backAt,
        changedSeq,
        knownAt);
  }

  /** The same in another state. */
  public StockHold become(State next, Optional<Instant> back, Optional<Instant> known, long seq) {
    return new StockHold(
        key,
        connectionId,
        productId,
        variantId,
        warehouseId,
        units,
        next,
        soldAt,
        soldSeq,
        back,
        seq,
        known);
  }
}
