package dev.storebridge.given;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waiting for what happens by itself. */
public final class Soon {

  private Soon() {}

  /** Looks ten times a second; a look that fails is no end of the wait. */
  public static ConditionFactory within(int seconds) {
    return Awaitility.await()
        .ignoreExceptions()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(100));
  }
}
