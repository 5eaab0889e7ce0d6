package dev.storebridge.sync.listing.plan;

import java.util.Optional;

/**
 * One field of a listing that a plan would change, for the merchant to read.
 *
 * @param field for example {@code title} or {@code skus[123].price}
 * @param before as applied last, empty when nothing was
 * @param after empty when the field goes away
 */
public record Change(String field, Optional<String> before, Optional<String> after) {}
