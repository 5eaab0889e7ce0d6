package dev.storebridge.platform;

import java.util.List;
import java.util.Map;

/**
 * The channel's answer to a create or an edit that changed offers.
 *
 * @param offerIds the channel's offer ids by seller SKU
 * @param warnings what the channel changed or dropped by itself, in its words
 */
public record CreatedListing(String id, Map<String, String> offerIds, List<String> warnings) {

  public CreatedListing {
    offerIds = Map.copyOf(offerIds);
    warnings = List.copyOf(warnings);
  }
}
