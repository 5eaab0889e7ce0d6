package dev.storebridge.platform;

import java.util.Map;

/**
 * Stock to set, absolute.
 *
 * @param units by warehouse id; names every warehouse that the offer has
 */
public record OfferStock(String offerId, Map<String, Integer> units) {

  public OfferStock {
    units = Map.copyOf(units);
  }
}
