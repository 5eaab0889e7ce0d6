package dev.storebridge.connect;

import dev.storebridge.platform.Platform;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which stores go by which name at their platform, held in memory: it is asked with names that
 * anybody may make up, so an unknown one costs no statement and leaves nothing behind.
 */
@ApplicationScoped
class StoreNames {
  private static final Duration LIFE = Duration.ofSeconds(5);

  private final StoreProfiles profiles;
  private final Clock clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile Names names = new Names(Map.of(), Instant.MIN);

  StoreNames(StoreProfiles profiles, Clock clock) {
    this.profiles = profiles;
    this.clock = clock;
  }

  private record Names(Map<StoreProfiles.Name, List<String>> stores, Instant until) {}

  /** The ids of the stores of this name; what another replica learned is seen within seconds. */
  List<String> of(Platform platform, String name) {
    return fresh().stores().getOrDefault(new StoreProfiles.Name(platform, name), List.of());
  }

  /** The next one to ask reads anew. */
  void forget() {
    names = new Names(names.stores(), Instant.MIN);
  }

  /** One caller reads while the others go on with what was there a moment ago. */
  private Names fresh() {
    Names here = names;
    boolean first = here.stores().isEmpty();
    if (clock.instant().isBefore(here.until()) || (!first && !reading.tryLock())) {
      return here;
    }
    if (first) {
      reading.lock();
    }
    try {
      return clock.instant().isBefore(names.until()) ? names : read();
    } finally {
      reading.unlock();
    }
  }

  private Names read() {
    Names read = new Names(profiles.names(), clock.instant().plus(LIFE));
    names = read;
    return read;
  }
}
