package dev.storebridge.work;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that grow with time and differ between processes: microseconds, made unique in the process by
 * counting on, then the process' own random number.
 */
final class SignalIds {

  private final int process = new SecureRandom().nextInt();
  private final AtomicLong last = new AtomicLong();

  /** The next id: 24 lower-case hex digits. */
  String next(long epochMicros) {
    long here = last.updateAndGet(before -> Math.max(before + 1, epochMicros));
    return "%016x%08x".formatted(here, process);
  }

  /** Not above any id of this moment or later. */
  static String from(Instant moment) {
    return "%016x".formatted(Math.max(0, ChronoUnit.MICROS.between(Instant.EPOCH, moment)));
  }
}
