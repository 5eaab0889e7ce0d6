package dev.storebridge.bench;

import java.util.Arrays;

/** How long many things took. */
final class Latencies {

  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] sorted;

  /** Of times in nanoseconds, in any order; at least one. */
  Latencies(long[] nanos) {
    this.sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  int count() {
    return sorted.length;
  }

  /** Milliseconds that this share of them stayed below. */
  double percentile(double share) {
    long index = Math.min(sorted.length - 1L, Math.round(sorted.length * share));
    return sorted[(int) index] / NANOS_PER_MILLI;
  }
}
