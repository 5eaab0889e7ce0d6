package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Product;
import dev.storebridge.sync.inventory.Pool;
import dev.storebridge.sync.listing.plan.ListingPlan;
import java.util.Optional;

/**
 * What is to be done for one product in one shop.
 *
 * @param product empty when the store has it no more
 * @param wanted false when the product is gone or not selected
 * @param desired the listing as it should be, where it could be composed
 * @param pool the stock that it draws from
 */
public record PlannedListing(
    Target target,
    Optional<Product> product,
    boolean wanted,
    Optional<Listing> desired,
    ListingPlan plan,
    Pool pool) {}
