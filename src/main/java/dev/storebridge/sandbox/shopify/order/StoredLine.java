package dev.storebridge.sandbox.shopify.order;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A line of an order.
 *
 * @param variantId 0 for a line of free text
 * @param itemId 0 with it
 * @param locationId where its units are committed, 0 when no stock was taken
 * @param price of one unit
 * @param shipped units that have left
 * @param removed units that were cancelled or refunded
 * @param properties what the creator wrote to it
 */
public record StoredLine(
    long id,
    long variantId,
    long itemId,
    long locationId,
    String title,
    String sku,
    int quantity,
    BigDecimal price,
    boolean requiresShipping,
    int shipped,
    int removed,
    Map<String, String> properties) {

  /** Units that can still be sent. */
  public int open() {
    return requiresShipping ? Math.max(0, quantity - shipped - removed) : 0;
  }

  StoredLine ship(int units) {
    return with(locationId, shipped + units, removed);
  }

  StoredLine remove(int units) {
    return with(locationId, shipped, removed + units);
  }

  StoredLine at(long location) {
    return with(location, shipped, removed);
  }

  private StoredLine with(long location, int nowShipped, int nowRemoved) {
    return new StoredLine(
        id,
        variantId,
        itemId,
        location,
        title,
        sku,
        quantity,
        price,
        requiresShipping,
        nowShipped,
        nowRemoved,
        properties);
  }
}
