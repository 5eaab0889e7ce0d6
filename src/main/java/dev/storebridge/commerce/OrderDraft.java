package dev.storebridge.commerce;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order to be placed in a store: its amounts add up to {@link #total()} to the cent.
 *
 * @param held true while the buyer may still cancel: the store takes the stock and sends nothing
 * @param takesStock false when the goods do not come out of the store's stock, or left it long ago
 * @param pricesIncludeTax true when {@code tax} is zero because prices include it
 * @param shipping what the order's shipping comes to
 * @param charges further amounts, by what they are for
 * @param discount what is taken off the whole, zero or more
 * @param tax added to the prices, collected by the channel
 * @param recipient empty while the channel masks it
 * @param email empty for none
 * @param attributes what the merchant may want to know, by name
 */
public record OrderDraft(
    OrderReference reference,
    Instant placedAt,
    boolean held,
    boolean takesStock,
    boolean pricesIncludeTax,
    List<Line> lines,
    Money shipping,
    Map<String, Money> charges,
    Money discount,
    Money tax,
    Money total,
    Optional<Recipient> recipient,
    String email,
    List<String> tags,
    Map<String, String> attributes) {

  public OrderDraft {
    lines = List.copyOf(lines);
    tags = List.copyOf(tags);
  }

  public CurrencyCode currency() {
    return total.currency();
  }

  /** A product and a variant of the store. */
  public record Item(String productId, String variantId) {}

  /**
   * Units of one item at one price.
   *
   * @param item empty for something that the store does not have
   * @param sku as the channel knows it, may be empty
   * @param original price of one unit before discounts
   * @param price of one unit
   * @param channelLineIds the channel's lines it stands for
   */
  public record Line(
      Optional<Item> item,
      String title,
      String sku,
      int quantity,
      Money original,
      Money price,
      List<String> channelLineIds) {

    public Line {
      channelLineIds = List.copyOf(channelLineIds);
    }
  }

  @Override
  public String toString() {
    return "OrderDraft[" + reference + "]";
  }
}
