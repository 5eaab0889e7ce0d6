package dev.storebridge.woocommerce;

import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.resilience.Pauses;
import java.time.Duration;

/**
 * Waits where the site or the guard asks for a wait that they can name: a catalogue of thousands of
 * products must not be read from its beginning again because of half a minute. An outage is sat out
 * once; one that lasts has to be told to a person, so it is thrown.
 */
final class PatientApi implements RestApi {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final int WAITS = 10;
  private static final int WAITS_IN_AN_OUTAGE = 1;

  private final RestApi api;
  private final Pauses pauses;

  PatientApi(RestApi api, Pauses pauses) {
    this.api = api;
    this.pauses = pauses;
  }

  @Override
  public Reply ask(StoreAccount store, Ask ask) {
    int outages = 0;
    for (int wait = 0; wait < WAITS; wait++) {
      try {
        return api.ask(store, ask);
      } catch (PlatformException e) {
        if (e.failure() != Failure.SLOW_DOWN && ++outages > WAITS_IN_AN_OUTAGE) {
          throw e;
        }
        pauses.pause(waitFor(e));
      }
    }
    return api.ask(store, ask);
  }

  private static Duration waitFor(PlatformException fault) {
    return fault
        .retryAfter()
        .filter(wait -> fault.failure().retryable() && wait.compareTo(LONGEST_WAIT) <= 0)
        .orElseThrow(() -> fault);
  }
}
