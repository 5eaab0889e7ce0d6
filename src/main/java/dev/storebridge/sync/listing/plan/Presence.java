package dev.storebridge.sync.listing.plan;

import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.mapping.AppliedListing;

/**
 * A listing that exists on the channel, as we know it.
 *
 * @param applied what the channel accepted from us last
 * @param status as the channel said last; {@code UNKNOWN} when it was never asked
 * @param withdrawn true when we took it down or deleted it ourselves, or saw it gone when its
 *     product was withdrawn: only then may it be put up again
 */
public record Presence(AppliedListing applied, ListingStatus status, boolean withdrawn) {}
