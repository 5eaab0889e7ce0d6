package dev.storebridge.sync.listing;

import dev.storebridge.platform.StoreAccount;
import dev.storebridge.sync.listing.trace.Calls;

/**
 * One try to bring a product in line in one shop.
 *
 * @param calls what was called so far
 */
record Attempt(StoreAccount store, PlannedListing planned, Calls calls) {

  Target target() {
    return planned.target();
  }
}
