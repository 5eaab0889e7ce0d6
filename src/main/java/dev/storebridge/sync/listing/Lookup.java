package dev.storebridge.sync.listing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A value that is read once by whoever needs it first, and again when it has grown old. */
final class Lookup<T> {

  private final Supplier<T> source;
  private final Duration life;
  private final Clock clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Read<T> last;

  private record Read<T>(T value, Instant at) {}

  Lookup(Supplier<T> source, Duration life, Clock clock) {
    this.source = source;
    this.life = life;
    this.clock = clock;
  }

  T get() {
    Read<T> known = last;
    if (fresh(known)) {
      return known.value();
    }
    reading.lock();
    try {
      if (!fresh(last)) {
        last = new Read<>(source.get(), clock.instant());
      }
      return last.value();
    } finally {
      reading.unlock();
    }
  }

  private boolean fresh(Read<T> read) {
    return read != null && clock.instant().isBefore(read.at().plus(life));
  }
}
