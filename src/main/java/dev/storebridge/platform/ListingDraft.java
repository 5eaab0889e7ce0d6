package dev.storebridge.platform;

import dev.storebridge.commerce.Listing;

/**
 * A listing to be created.
 *
 * @param draftOnly true to save it without submitting it for review
 * @param idempotencyKey the same for every try of one intent
 */
public record ListingDraft(
    Listing listing, Uploads uploads, boolean draftOnly, String idempotencyKey) {}
