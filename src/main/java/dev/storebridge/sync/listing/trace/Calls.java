package dev.storebridge.sync.listing.trace;

import dev.storebridge.mapping.Trace.Call;
import dev.storebridge.platform.PlatformException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The calls of one try to bring a listing in line, as they are made; for one thread. */
public final class Calls {

  private final Clock clock;
  private final List<Call> made = new ArrayList<>();

  public Calls(Clock clock) {
    this.clock = clock;
  }

  /**
   * Makes a call and remembers what was answered.
   *
   * @throws PlatformException as the call does
   */
  public <T> T make(String action, Supplier<T> call) {
    Instant at = clock.instant();
    try {
      T answer = call.get();
      made.add(new Call(action, at, clock.instant(), Call.ACCEPTED, "", ""));
      return answer;
    } catch (PlatformException e) {
      made.add(
          new Call(
              action,
              at,
              clock.instant(),
              e.explanation().code(),
              e.explanation().cause(),
              e.requestId()));
      throw e;
    }
  }

  /** In their order. */
  public List<Call> made() {
    return List.copyOf(made);
  }
}
