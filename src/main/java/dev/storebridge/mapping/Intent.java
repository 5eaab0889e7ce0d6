package dev.storebridge.mapping;

import java.time.Instant;

/**
 * Something we are about to create at a platform, or may have created without hearing of it.
 *
 * @param idempotencyKey the same for every try
 * @param startedAt before the first try
 * @param misses how many look-ups since found nothing
 */
public record Intent(String idempotencyKey, Instant startedAt, int misses) {}
