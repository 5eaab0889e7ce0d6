package dev.storebridge.tenant;

import java.util.Map;

/**
 * How parcels are announced to the channel.
 *
 * @param carriers the store's carrier name to the channel's provider id
 * @param defaultCarrier provider id, empty for none
 */
public record FulfilmentRules(Map<String, String> carriers, String defaultCarrier) {

  public FulfilmentRules {
    carriers = Map.copyOf(carriers);
  }
}
