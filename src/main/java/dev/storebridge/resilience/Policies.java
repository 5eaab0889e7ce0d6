package dev.storebridge.resilience;

import dev.storebridge.platform.Platform;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/**
 * The policies that the library brings. Their description becomes a metric's tag, so it is the
 * platform and never the account.
 */
final class Policies {

  private static final int REPEATS = 2;
  private static final int CALLS_LOOKED_AT = 10;
  private static final double SHARE_FAILED = 0.6;

  private Policies() {}

  /** Retry around breaker; the breaker's state is that of the returned object. */
  static Guard retryAroundBreaker(
      Platform platform, Duration rest, Consumer<CircuitBreakerState> onChange) {
    return Guard.create()
        .withDescription(platform.name())
        .withRetry()
        .maxRetries(REPEATS)
        .maxDuration(0, ChronoUnit.MILLIS)
        .whenException(GuardFault::isRepeatable)
        .withCustomBackoff()
        .strategy(RepeatDelay::new)
        .done()
        .done()
        .withCircuitBreaker()
        .requestVolumeThreshold(CALLS_LOOKED_AT)
        .failureRatio(SHARE_FAILED)
        .delay(rest.toMillis(), ChronoUnit.MILLIS)
        .successThreshold(1)
        .when(GuardFault::isOutage)
        .onStateChange(onChange)
        .done()
        .build();
  }

  /** Interrupts the calling thread when the time is up. */
  static Guard timeout(Platform platform, Duration limit) {
    return Guard.create()
        .withDescription(platform.name() + " attempt")
        .withTimeout()
        .duration(limit.toMillis(), ChronoUnit.MILLIS)
        .done()
        .build();
  }
}
