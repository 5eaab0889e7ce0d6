package dev.storebridge.resilience;

import java.time.Duration;

/**
 * How long an exchange is waited for: each silence up to one limit, and all of it up to a deadline.
 */
record Patience(Duration silence, long deadlineNanos) {

  static final Duration USUAL = Duration.ofSeconds(30);

  /** An exchange that must be over after {@code all}. */
  static Patience inAll(Duration all) {
    return new Patience(all, System.nanoTime() + all.toNanos());
  }

  /** An exchange that may go on up to {@code all} as long as it is never silent for longer. */
  static Patience perSilence(Duration silence, Duration all) {
    return new Patience(silence, System.nanoTime() + all.toNanos());
  }

  long nanosLeft() {
    return Math.clamp(deadlineNanos - System.nanoTime(), 0, silence.toNanos());
  }
}
