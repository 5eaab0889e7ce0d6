package dev.storebridge.tenant;

import java.util.Map;

/**
 * From the store's stock to the shop's: {@code clamp(floor((sum - held) x share / 100) - buffer, 0,
 * min(max, 99999))}.
 *
 * @param locations store location to channel warehouse; empty: everything to the default warehouse
 * @param untracked what is offered of a variant that the store does not count
 */
public record InventoryRules(
    Map<String, String> locations, int buffer, int sharePercent, int max, int untracked) {

  public InventoryRules {
    locations = Map.copyOf(locations);
  }
}
