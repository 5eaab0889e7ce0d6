package dev.storebridge.resilience;

import java.time.Duration;

/**
 * Waits inside a call, for adapters that must ask a platform again and again until it has finished.
 * Replaced in tests by one that does not wait.
 */
@FunctionalInterface
public interface Pauses {

  /**
   * Blocks the calling (virtual) thread.
   *
   * @throws java.util.concurrent.CancellationException when the thread is interrupted; its
   *     interrupt flag stays set
   */
  void pause(Duration wait);
}
