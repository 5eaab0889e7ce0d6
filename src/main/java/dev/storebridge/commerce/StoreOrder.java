package dev.storebridge.commerce;

import java.time.Instant;
import java.util.List;

/**
 * An order as the store has it. Says nothing of the buyer.
 *
 * @param name what the merchant calls it
 * @param total as the store reckons it
 */
public record StoreOrder(
    String id, String name, Instant createdAt, boolean cancelled, Money total, List<Line> lines) {

  public StoreOrder {
    lines = List.copyOf(lines);
  }

  /**
   * Units of one item.
   *
   * @param variantId empty when the store knows no product of it
   * @param channelLineIds the channel's lines it stands for, as we wrote them into it
   */
  public record Line(
      String id, String variantId, String sku, int quantity, List<String> channelLineIds) {

    public Line {
      channelLineIds = List.copyOf(channelLineIds);
    }
  }
}
