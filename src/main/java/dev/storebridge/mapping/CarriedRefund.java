package dev.storebridge.mapping;

import dev.storebridge.mapping.OrderLink.Key;
import java.util.Optional;

/**
 * A refund of one side that is written down, or made, at the other.
 *
 * @param originId of the side where it was decided
 * @param intent begun, and its end is not known
 * @param copyId the other side's id, once it is there
 */
public record CarriedRefund(
    Key order, String originId, Optional<OrderLink.Open> intent, Optional<String> copyId) {}
