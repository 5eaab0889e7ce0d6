package dev.storebridge.resilience;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When the next request of an account may leave, so that its platform never counts more than the
 * rate in any second.
 *
 * <p>Two rules. Requests are spread evenly, a little wider than the rate asks for; one that leaves
 * late does not push the following ones back. And whatever happened to the spreading, no more than
 * a window's worth leaves within a window that is a little longer than the platform's: that margin
 * is for requests that travel unevenly. After a silence the first window is spread wider still,
 * since the first request opens a connection and arrives late.
 *
 * <p>Not thread-safe; times are of {@link System#nanoTime}.
 */
final class Pace {

  static final double NONE = Double.POSITIVE_INFINITY;

  private static final double SPREAD = 1.022;
  private static final double SPREAD_AFTER_SILENCE = 1.10;
  private static final double WINDOW = 1.012;
  private static final long LATENESS_MADE_UP = 50_000_000L;
  private static final long SILENCE = 2_000_000_000L;
  private static final double SECOND = 1e9;

  private static final long LONGEST_HOLD_UP = 40_000_000L;
  private static final double QUICKEST_FORGOTTEN = 0.01;

  private final Deque<Departure> left = new ArrayDeque<>();
  private double rate;
  private long planned;
  private int wideSpreads;
  private long quickest = -1;

  /**
   * @param rate requests per second, {@link #NONE} for no limit
   */
  Pace(double rate) {
    this.rate = rate;
  }

  void rate(double requestsPerSecond) {
    rate = requestsPerSecond;
  }

  /** Nanoseconds until the next request may leave, 0 for now. */
  long waitNanos(long now) {
    if (rate == NONE || left.isEmpty()) {
      return 0;
    }
    long wait = planned + spread() - now;
    if (left.size() >= windowful()) {
      wait = Math.max(wait, windowStart() + window() - now);
    }
    return Math.max(0, wait);
  }

  /** Notes that a request leaves. */
  void leaves(long now) {
    if (rate == NONE) {
      return;
    }
    if (left.isEmpty() || now - left.getLast().at > Math.max(SILENCE, 3 * spread())) {
      wideSpreads = windowful();
      planned = now;
    } else {
      long lateness = Math.min(LATENESS_MADE_UP, spread() / 2);
      planned = Math.max(planned + spread(), now - lateness);
      wideSpreads = Math.max(0, wideSpreads - 1);
    }
    left.addLast(new Departure(now));
    while (left.size() > windowful()) {
      left.removeFirst();
    }
  }

  /** Notes how long the answer to the request took that left at this time. */
  void answered(long at, long tookNanos) {
    quickest =
        quickest < 0 || tookNanos < quickest
            ? tookNanos
            : quickest + (long) ((tookNanos - quickest) * QUICKEST_FORGOTTEN);
    long heldUp = Math.clamp(tookNanos - quickest, 0, LONGEST_HOLD_UP);
    left.stream().filter(one -> one.at == at).forEach(one -> one.arrived = at + heldUp);
  }

  private long spread() {
    return (long) (SECOND / rate * (wideSpreads > 0 ? SPREAD_AFTER_SILENCE : SPREAD));
  }

  /** Requests of a window: as many as the rate allows in about a second. */
  private int windowful() {
    return (int) Math.max(1, Math.round(rate));
  }

  private long window() {
    return (long) (windowful() * SECOND / rate * WINDOW);
  }

  private long windowStart() {
    int later = left.size() - windowful();
    return left.stream().skip(later).findFirst().orElseThrow().arrived;
  }

  /** A request under way; until its answer is here it counts as arrived when it left. */
  private static final class Departure {
    private final long at;
    private long arrived;

    Departure(long at) {
      this.at = at;
      this.arrived = at;
    }
  }
}
