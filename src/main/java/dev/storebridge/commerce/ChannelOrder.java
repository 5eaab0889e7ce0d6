package dev.storebridge.commerce;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as the channel has it. Says nothing of the buyer.
 *
 * @param word the channel's own word for the status
 * @param updatedAt grows with every change, in the channel's time
 * @param cancelledAt when the order as a whole was cancelled
 * @param warehouseId the channel's warehouse that the goods come from, empty when it names none
 * @param shipper whose stock the goods come from
 * @param purpose anything but a sale is free of charge, and takes goods nevertheless
 */
public record ChannelOrder(
    String id,
    OrderStatus status,
    String word,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> cancelledAt,
    String warehouseId,
    Shipper shipper,
    Purpose purpose,
    List<Line> lines) {

  public ChannelOrder {
    lines = List.copyOf(lines);
  }

  /** Who sends the goods. */
  public enum Shipper {
    MERCHANT,
    /** The channel does, from stock of its own warehouses. */
    CHANNEL
  }

  /** Why there is an order. */
  public enum Purpose {
    SALE,
    SAMPLE,
    REPLACEMENT,
    EXCHANGE
  }

  /**
   * What was bought, as the buyer sees it.
   *
   * @param word the channel's own word for the status
   * @param gift true for an addition that costs nothing
   * @param goods what has to be sent for it: itself, or the parts of a bundle; never empty
   */
  public record Line(String id, OrderStatus status, String word, boolean gift, List<Goods> goods) {

    public Line {
      goods = List.copyOf(goods);
      if (goods.isEmpty()) {
        throw new IllegalArgumentException("a line without goods: " + id);
      }
    }
  }

  /**
   * Units of one offer.
   *
   * @param listingId the channel's id of the listing
   * @param offerId the channel's id of the offer; each once in a line
   * @param sellerSku as the channel knows it, may be empty
   * @param units at least 1
   */
  public record Goods(String listingId, String offerId, String sellerSku, int units) {

    public Goods {
      if (units < 1) {
        throw new IllegalArgumentException("at least one unit of " + offerId + ": " + units);
      }
    }
  }
}
