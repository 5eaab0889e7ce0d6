package dev.storebridge.commerce;

import java.time.Instant;

/**
 * An order of a store that carries the mark of one of the channel's, as it stands in a list.
 *
 * @param channelOrderId whose copy it says it is
 * @param changedAt by the store's clock
 */
public record OrderCopy(
    String id,
    String channelOrderId,
    Instant createdAt,
    Instant changedAt,
    boolean cancelled,
    Money total) {}
