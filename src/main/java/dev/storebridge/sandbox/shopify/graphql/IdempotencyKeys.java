package dev.storebridge.sandbox.shopify.graphql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Remembers for a day what was done under which key, so that a repeat does nothing. */
final class IdempotencyKeys {

  private static final Duration KEPT = Duration.ofHours(24);

  private record Key(String app, String text) {}

  private record Done(Object parameters, Object outcome, Instant at) {}

  /** The key was used before with other parameters. */
  static final class Mismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  private final Clock clock;
  private final Map<Key, Done> done = new ConcurrentHashMap<>();

  IdempotencyKeys(Clock clock) {
    this.clock = clock;
  }

  /** Runs the work once per app and key; throws {@link Mismatch} for other parameters. */
  <T> T once(String app, String text, Object parameters, Supplier<T> work) {
    Done outcome =
        done.compute(
            new Key(app, text),
            (key, before) -> {
              if (before != null && before.at().plus(KEPT).isAfter(clock.instant())) {
                return before;
              }
              return new Done(parameters, work.get(), clock.instant());
            });
    if (!outcome.parameters().equals(parameters)) {
      throw new Mismatch();
    }
    @SuppressWarnings("unchecked")
    T result = (T) outcome.outcome();
    return result;
  }
}
