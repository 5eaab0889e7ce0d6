package dev.storebridge.work;

import java.time.Instant;

/**
 * A mark that one worker has taken. Settling writes this revision, so a change that came meanwhile
 * stays due.
 *
 * @param toldAt when we were told last; a fact whose reading began before is not good enough
 * @param tries how often it was put off since it went well or was parked
 */
public record Claim(
    String storeId,
    MarkKind kind,
    String ref,
    long revision,
    Instant toldAt,
    long token,
    int tries) {}
