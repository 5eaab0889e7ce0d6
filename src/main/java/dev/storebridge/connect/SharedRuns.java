package dev.storebridge.connect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Lets everybody who wants the same thing at the same time share one run and its outcome. A failed
 * run answers for a moment longer, so that a crowd does not repeat it one after the other.
 */
final class SharedRuns<V> {
  private static final Duration FAILURE_STANDS = Duration.ofSeconds(2);

  private final Map<String, CompletableFuture<V>> running = new ConcurrentHashMap<>();
  private final Map<String, Failed> failed = new ConcurrentHashMap<>();
  private final Clock clock;

  SharedRuns(Clock clock) {
    this.clock = clock;
  }

  private record Failed(RuntimeException cause, Instant until) {}

  V run(String key, Supplier<V> work) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> other = running.putIfAbsent(key, mine);
    if (other != null) {
      return outcome(other);
    }
    try {
      throwWhatStands(key);
      V value = work.get();
      mine.complete(value);
      return value;
    } catch (RuntimeException cause) {
      failed.putIfAbsent(key, new Failed(cause, clock.instant().plus(FAILURE_STANDS)));
      mine.completeExceptionally(cause);
      throw cause;
    } finally {
      mine.cancel(false);
      running.remove(key, mine);
    }
  }

  private void throwWhatStands(String key) {
    Failed last = failed.get(key);
    if (last != null && clock.instant().isBefore(last.until())) {
      throw last.cause();
    }
    failed.remove(key);
  }

  private static <V> V outcome(CompletableFuture<V> other) {
    try {
      return other.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}
