package dev.storebridge.resilience;

import dev.storebridge.platform.PlatformException;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The wait before a call is repeated: what the platform asked for, else doubling from 200 ms;
 * always with a random part, so that callers who failed together do not come back together.
 */
final class RepeatDelay implements CustomBackoffStrategy {

  private static final long FIRST_MILLIS = 200;

  private long next = FIRST_MILLIS;

  @Override
  public long nextDelayInMillis(Throwable fault) {
    long usual = next;
    next *= 2;
    if (fault instanceof PlatformException failure && failure.retryAfter().isPresent()) {
      long asked = failure.retryAfter().map(Duration::toMillis).orElseThrow();
      return asked + random(Math.max(FIRST_MILLIS / 2, asked / 10));
    }
    return usual / 2 + random(usual);
  }

  private static long random(long below) {
    return ThreadLocalRandom.current().nextLong(below);
  }
}
