package dev.storebridge.sandbox.shopify.order;

import java.time.Instant;
import java.util.Map;

/**
 * A fulfilment: what went out together.
 *
 * @param units by line id
 */
public record StoredParcel(
    long id,
    String name,
    Map<Long, Integer> units,
    String company,
    String number,
    String url,
    boolean cancelled,
    Instant createdAt,
    Instant updatedAt) {

  StoredParcel tracked(String by, String under, String at, Instant now) {
    return new StoredParcel(id, name, units, by, under, at, cancelled, createdAt, now);
  }
}
