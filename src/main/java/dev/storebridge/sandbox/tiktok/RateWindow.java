package dev.storebridge.sandbox.tiktok;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the accepted requests of one shop: a sliding second by arrival, and a clock hour. */
final class RateWindow {

  private static final long SECOND = 1_000_000_000L;

  private final Pace pace;
  private final Deque<Long> arrivals = new ArrayDeque<>();
  private long hour = Long.MIN_VALUE;
  private int inHour;

  RateWindow(Pace pace) {
    this.pace = pace;
  }

  /** Takes one request or refuses it; refused ones do not count. */
  synchronized void take(long arrivedNanos, long epochSeconds) {
    if (pace.perSecond() > 0) {
      while (!arrivals.isEmpty() && arrivedNanos - arrivals.peekFirst() >= SECOND) {
        arrivals.removeFirst();
      }
      Refusal.when(arrivals.size() >= pace.perSecond(), Code.TOO_MANY_REQUESTS);
    }
    if (pace.perHour() > 0) {
      takeFromHour(epochSeconds / 3600);
    }
    if (pace.perSecond() > 0) {
      arrivals.addLast(arrivedNanos);
    }
  }

  private void takeFromHour(long current) {
    if (current != hour) {
      hour = current;
      inHour = 0;
    }
    Refusal.when(inHour >= pace.perHour(), Code.HOURLY_QUOTA);
    inHour++;
  }
}
