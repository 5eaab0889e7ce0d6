package dev.storebridge.mapping;

import java.time.Instant;
import java.util.Optional;

/**
 * The comparison of what a connection's shop shows with what we believe of it.
 *
 * @param nextAt when it is due again
 * @param checkedAt when it was made last
 */
public record Reconciliation(
    String storeId,
    String connectionId,
    Instant nextAt,
    Optional<Instant> checkedAt,
    Counts counts) {

  /**
   * What it found.
   *
   * @param checked listings of ours that the shop showed
   * @param differing of them, that showed something else than we believed
   * @param gone listings of ours that the shop did not show
   * @param doubled second listings of one product
   */
  public record Counts(int checked, int differing, int gone, int doubled) {

    public static final Counts NONE = new Counts(0, 0, 0, 0);
  }
}
