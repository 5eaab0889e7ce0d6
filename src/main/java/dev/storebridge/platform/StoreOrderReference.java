package dev.storebridge.platform;

import java.util.Map;

/**
 * An order of a store, as a channel remembers it.
 *
 * @param lines the store's line ids by the channel's
 */
public record StoreOrderReference(
    Platform platform, String storeOrderId, Map<String, String> lines) {

  public StoreOrderReference {
    lines = Map.copyOf(lines);
  }
}
