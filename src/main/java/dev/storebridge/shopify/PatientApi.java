package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.resilience.Pauses;
import java.time.Duration;

/**
 * Waits where Shopify or the guard asks for a wait that they can name: a catalogue of thousands of
 * products must not be read from its beginning again because of half a minute. An outage is sat out
 * once; one that lasts has to be told to a person, so it is thrown.
 */
final class PatientApi implements AdminApi {

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final int WAITS = 10;
  private static final int WAITS_IN_AN_OUTAGE = 1;

  private final AdminApi api;
  private final Pauses pauses;

  PatientApi(AdminApi api, Pauses pauses) {
    this.api = api;
    this.pauses = pauses;
  }

  @Override
  public JsonNode ask(StoreAccount store, Query query) {
    int outages = 0;
    for (int wait = 0; wait < WAITS; wait++) {
      try {
        return api.ask(store, query);
      } catch (PlatformException e) {
        if (e.failure() != Failure.SLOW_DOWN && ++outages > WAITS_IN_AN_OUTAGE) {
          throw e;
        }
        pauses.pause(waitFor(e));
      }
    }
    return api.ask(store, query);
  }

  private static Duration waitFor(PlatformException fault) {
    return fault
        .retryAfter()
        .filter(wait -> fault.failure().retryable() && wait.compareTo(LONGEST_WAIT) <= 0)
        .orElseThrow(() -> fault);
  }
}
