package dev.storebridge.resilience;

import java.time.Duration;

/**
 * How many requests at a time a shared host takes: one more after a run of quick answers, one less
 * after a run of slow ones. Not thread-safe.
 */
final class LatencyLimit {

  private static final int LOWEST = 2;
  private static final int FIRST = 4;
  private static final int HIGHEST = 6;
  private static final int RUN = 10;
  private static final double WEIGHT = 0.2;
  private static final double QUICK = Duration.ofSeconds(1).toNanos();
  private static final double SLOW = Duration.ofMillis(2_500).toNanos();

  private int limit = FIRST;
  private int answers;
  private double usual = -1;

  int limit() {
    return limit;
  }

  /** Notes how long an answer took. */
  void answered(long nanos) {
    usual = usual < 0 ? nanos : usual + WEIGHT * (nanos - usual);
    if (++answers < RUN) {
      return;
    }
    answers = 0;
    if (usual > SLOW) {
      limit = Math.max(LOWEST, limit - 1);
    } else if (usual < QUICK) {
      limit = Math.min(HIGHEST, limit + 1);
    }
  }
}
