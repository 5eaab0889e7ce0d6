package dev.storebridge.resilience;

import java.time.Duration;

/**
 * How many requests at a time a shared host takes: one less than allowed after a run of slow
 * answers, one more after a run of quick ones. A host that is asked less answers sooner; one that
 * is asked on and on ends in time-outs. Not thread-safe.
 */
final class LatencyLimit {

  private static final int LOWEST = 1;
  private static final int RUN = 10;
  private static final double WEIGHT = 0.2;
  private static final double QUICK = Duration.ofSeconds(1).toNanos();
  private static final double SLOW = Duration.ofMillis(2_500).toNanos();

  private int fewer;
  private int answers;
  private double usual = -1;

  /**
   * @param most what is allowed when everything goes well
   */
  int limit(int most) {
    return Math.max(LOWEST, most - fewer);
  }

  /** Notes how long an answer took. */
  void answered(long nanos, int most) {
    usual = usual < 0 ? nanos : usual + WEIGHT * (nanos - usual);
    if (++answers < RUN) {
      return;
    }
    answers = 0;
    if (usual > SLOW) {
      fewer = Math.min(most - LOWEST, fewer + 1);
    } else if (usual < QUICK) {
      fewer = Math.max(0, fewer - 1);
    }
  }
}
