package dev.storebridge.sync.listing;

import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.work.Claim;
import java.util.List;
import java.util.Map;

/**
 * The plans of one product for all its shops.
 *
 * @param unplanned shops whose channel could not be asked what planning needs
 */
public record ProductPlans(
    Claim claim,
    StoreAccount store,
    List<PlannedListing> plans,
    Map<Target, PlatformException> unplanned) {

  public ProductPlans {
    plans = List.copyOf(plans);
    unplanned = Map.copyOf(unplanned);
  }
}
