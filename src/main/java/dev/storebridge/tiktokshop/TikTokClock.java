package dev.storebridge.tiktokshop;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * TikTok's time. Requests signed more than 5 minutes ago or 30 seconds ahead are refused, so a
 * machine whose clock is wrong follows the server's.
 */
@ApplicationScoped
class TikTokClock {

  private static final Duration WORTH_CORRECTING = Duration.ofSeconds(2);

  private final Clock clock;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  TikTokClock(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant().plus(offset.get());
  }

  /** A time of the server's as ours says it. */
  Instant ours(Instant server) {
    return server.minus(offset.get());
  }

  /** A time of ours as the server says it. */
  Instant theirs(Instant ours) {
    return ours.plus(offset.get());
  }

  /**
   * Follows the server's time.
   *
   * @return false when ours was right already, so that trying again is of no use
   */
  boolean follow(Instant server) {
    Duration wrong = Duration.between(now(), server);
    if (wrong.abs().compareTo(WORTH_CORRECTING) < 0) {
      return false;
    }
    offset.set(Duration.between(clock.instant(), server));
    return true;
  }
}
