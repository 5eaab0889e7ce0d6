package dev.storebridge.resilience;

import dev.storebridge.platform.Urgency;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * Who of those who wait goes next, and when: the most urgent first, among equals who came first, as
 * soon as pace, number at a time and cost bucket allow. A place is taken when it is used, not when
 * somebody starts to wait, so an order that comes late still passes every waiting listing.
 *
 * <p>Not thread-safe; times are of {@link System#nanoTime}.
 *
 * @param <T> one who waits
 */
final class Turnstile<T> {

  /** Nothing but somebody else's step can let this one pass. */
  static final long UNTIL_CALLED = Long.MAX_VALUE;

  /** A throttled pace picks up meanwhile. */
  private static final long LOOK_AGAIN = Duration.ofSeconds(1).toNanos();

  private final Map<Urgency, Deque<T>> lines = new EnumMap<>(Urgency.class);
  private final Throttle throttle = new Throttle();
  private final LatencyLimit latency = new LatencyLimit();
  private final CostBucket bucket = new CostBucket();
  private final Pace pace;
  private Profile profile;
  private int underWay;

  Turnstile(Profile profile) {
    this.profile = profile;
    this.pace = new Pace(profile.rate());
  }

  /** New limits; what is waiting, under way and already sent stays counted. */
  void profile(Profile changed) {
    profile = changed;
  }

  void join(T one, Urgency urgency) {
    lines.computeIfAbsent(urgency, key -> new ArrayDeque<>()).addLast(one);
  }

  void quit(T one, Urgency urgency) {
    lines.get(urgency).remove(one);
  }

  /** The next to go, null when nobody waits. */
  T head() {
    for (Deque<T> line : lines.values()) {
      if (!line.isEmpty()) {
        return line.peekFirst();
      }
    }
    return null;
  }

  /**
   * Lets one who waits pass if it is its turn.
   *
   * @return 0 when it passed, else nanoseconds after which to try again
   */
  long tryPass(T one, Urgency urgency, double cost, long now) {
    if (head() != one || underWay >= concurrent(now)) {
      return UNTIL_CALLED;
    }
    pace.rate(throttle.rate(profile.rate(), now));
    long wait = Math.max(pace.waitNanos(now), bucket.waitNanos(cost, now));
    if (wait > 0) {
      return Math.min(wait, LOOK_AGAIN);
    }
    lines.get(urgency).removeFirst();
    pace.leaves(now);
    bucket.take(cost);
    underWay++;
    return 0;
  }

  /** One that passed at a time is back, after so many nanoseconds. */
  void returned(double cost, long passedAt, long nanos) {
    underWay--;
    bucket.giveBack(cost);
    // A picture costs nothing: it comes from the web server, not from the shop behind it.
    if (cost > 0) {
      latency.answered(nanos, profile.concurrent());
    }
    pace.answered(passedAt, nanos);
  }

  void slowDown(long now) {
    throttle.slowDown(now);
  }

  void report(Guards.Budget budget, long now) {
    bucket.report(budget, now);
  }

  private int concurrent(long now) {
    int limit = profile.concurrent();
    return throttle.concurrent(profile.followsLatency() ? latency.limit(limit) : limit, now);
  }
}
