package dev.storebridge.sync.listing;

import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.PlatformException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What becomes of a product after a platform refused or failed. */
@ApplicationScoped
class Reactions {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final Duration ACCOUNT_WAIT = Duration.ofMinutes(5);
  private static final int TRIES_IN_SILENCE = 3;

  private final Clock clock;
  private final Duration writeHorizon;
  private final Duration firstWait;

  Reactions(
      Clock clock,
      @ConfigProperty(name = "storebridge.tiktok.write-horizon", defaultValue = "60s")
          Duration writeHorizon,
      @ConfigProperty(name = "storebridge.retry.first-wait", defaultValue = "2s")
          Duration firstWait) {
    this.clock = clock;
    this.firstWait = firstWait;
    this.writeHorizon = writeHorizon;
  }

  /** How long after an intent a lost create may still take effect. */
  Duration writeHorizon() {
    return writeHorizon;
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * @param tries how often it was put off before
   */
  End to(PlatformException fault, int tries) {
    return switch (fault.failure()) {
      case RETRY_LATER, SLOW_DOWN, WAIT_UNTIL, REPLAN -> later(fault, tries);
      case REFRESH_TOKEN, RE_AUTHORISE, PAUSE_CONNECTION ->
          new End.Later(
              clock.instant().plus(ACCOUNT_WAIT), true, List.of(fault.explanation()), true);
      case ALREADY_DONE -> new End.InLine(false);
      case ADOPT_EXISTING, MERCHANT_FIX, CLIENT_BUG, GIVE_UP ->
          new End.Parked(List.of(fault.explanation()));
    };
  }

  /** Tried again by itself, told at once. */
  End later(Explanation why, int tries) {
    return new End.Later(clock.instant().plus(backoff(tries)), true, List.of(why), false);
  }

  private End later(PlatformException fault, int tries) {
    Duration wait = fault.retryAfter().orElse(Duration.ZERO);
    if (wait.compareTo(backoff(tries)) < 0) {
      wait = backoff(tries);
    }
    boolean tell = tries >= TRIES_IN_SILENCE || wait.compareTo(LONGEST_WAIT) > 0;
    return new End.Later(
        clock.instant().plus(wait), true, tell ? List.of(fault.explanation()) : List.of(), false);
  }

  private Duration backoff(int tries) {
    long doubled = firstWait.toMillis() << Math.min(tries, 10);
    long wait = Math.min(doubled, LONGEST_WAIT.toMillis());
    return Duration.ofMillis(wait + ThreadLocalRandom.current().nextLong(wait / 4 + 1));
  }
}
