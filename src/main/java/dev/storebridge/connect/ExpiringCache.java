package dev.storebridge.connect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keeps what was read for a moment, so that a call to a platform costs no statement. Another
 * replica is seen at the latest when the moment is over; what this one writes is forgotten at once.
 */
final class ExpiringCache<V> {
  private final Map<String, Entry<V>> entries = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Duration life;

  ExpiringCache(Clock clock, Duration life) {
    this.clock = clock;
    this.life = life;
  }

  V get(String key, Function<String, V> read) {
    Instant now = clock.instant();
    Entry<V> entry = entries.get(key);
    if (entry != null && entry.value != null && now.isBefore(entry.until)) {
      return entry.value;
    }
    // Put before the read: one caller reads while the others go on with what was there a moment
    // ago, and a write in between removes the place, so that what was read is not kept.
    boolean recent = entry != null && now.isBefore(entry.until.plus(life));
    Entry<V> place = new Entry<>(recent ? entry.value : null, now.plus(life));
    entries.put(key, place);
    V value = read.apply(key);
    entries.replace(key, place, new Entry<>(value, place.until));
    return value;
  }

  void forget(String key) {
    entries.remove(key);
  }

  /** Compared by identity: two reads of the same thing are not the same read. */
  private static final class Entry<V> {
    private final V value;
    private final Instant until;

    private Entry(V value, Instant until) {
      this.value = value;
      this.until = until;
    }
  }
}
