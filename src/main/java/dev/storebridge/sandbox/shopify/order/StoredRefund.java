package dev.storebridge.sandbox.shopify.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * Money that went back, and the units it was for.
 *
 * @param units by line id
 */
public record StoredRefund(
    long id, String note, BigDecimal amount, Map<Long, Integer> units, Instant createdAt) {

  public StoredRefund {
    units = Map.copyOf(units);
  }
}
