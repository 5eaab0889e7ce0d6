package dev.storebridge.sandbox.shopify.store;

import java.time.Instant;

/**
 * The stock of one item at one location. On hand is what is available, committed and reserved.
 *
 * @param reserved set aside by apps, by their own documents
 */
public record StoredLevel(
    long itemId, long locationId, int available, int committed, int reserved, Instant updatedAt) {

  /** The quantity by Shopify's name for it; 0 for the states that this shop does not use. */
  public int quantity(String name) {
    return switch (name) {
      case "available" -> available;
      case "committed" -> committed;
      case "reserved" -> reserved;
      case "on_hand" -> available + committed + reserved;
      default -> 0;
    };
  }

  StoredLevel withAvailable(int quantity, Instant now) {
    return new StoredLevel(itemId, locationId, quantity, committed, reserved, now);
  }

  StoredLevel moved(int more, int promised, int setAside, Instant now) {
    return new StoredLevel(
        itemId, locationId, available + more, committed + promised, reserved + setAside, now);
  }
}
