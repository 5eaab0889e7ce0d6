package dev.storebridge.resilience;

/**
 * How much of its limits an account uses: halved when the platform says it is too much, creeping
 * back by a twentieth of the limit each second. Several refusals of one burst count once. Not
 * thread-safe; times are of {@link System#nanoTime}.
 */
final class Throttle {

  private static final double SLOWEST_RATE = 0.2;
  private static final double BACK_PER_SECOND = 0.05;
  private static final double SECOND = 1e9;
  private static final long ONE_BURST = 1_000_000_000L;

  private double share = 1;
  private boolean slowed;
  private long slowedAt;

  /** The platform refused because of too many requests. */
  void slowDown(long now) {
    if (slowed && now - slowedAt < ONE_BURST) {
      return;
    }
    share = share(now) / 2;
    slowed = true;
    slowedAt = now;
  }

  /** Requests per second now, of a limit. */
  double rate(double limit, long now) {
    return Math.max(Math.min(SLOWEST_RATE, limit), limit * share(now));
  }

  /** Requests at a time now, of a limit. */
  int concurrent(int limit, long now) {
    return (int) Math.max(1, Math.floor(limit * share(now)));
  }

  private double share(long now) {
    return slowed ? Math.min(1, share + BACK_PER_SECOND * (now - slowedAt) / SECOND) : 1;
  }
}
