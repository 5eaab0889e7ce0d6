package dev.storebridge.sync.listing;

import dev.storebridge.tenant.ListingRules;
import java.util.Optional;

/** Compares what should be with what was applied last. */
public final class ListingPlanner {

  private ListingPlanner() {}

  /**
   * The plan of a product that the merchant wants on the channel.
   *
   * @param presence empty when the channel has no listing of the product
   */
  public static ListingPlan plan(
      Composition composition, Optional<Presence> presence, ListingRules rules) {
    throw new IllegalStateException("planning is not built yet");
  }

  /** The plan of a product that is gone or no longer selected. */
  public static ListingPlan withdraw(Presence presence, ListingRules.OnDelete onDelete) {
    throw new IllegalStateException("planning is not built yet");
  }
}
