package dev.storebridge.woocommerce;

import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.woocommerce.RestApi.Ask;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether a key may write, before anything is sold whose order could not be written. No
 * read shows a key's permissions; a batch without entries is refused to a key that may only read,
 * and changes nothing in a shop that lets it in.
 */
final class WritePermission {

  private static final Ask EMPTY_BATCH =
      new Ask(
          "POST",
          "webhooks/batch",
          Map.of(),
          Optional.of(Json.MAPPER.createObjectNode()),
          Urgency.NEW_LISTING);
  private static final Set<Failure> REFUSALS =
      EnumSet.of(Failure.RE_AUTHORISE, Failure.PAUSE_CONNECTION);

  private WritePermission() {}

  /**
   * Whatever else the shop answers tells nothing of the key.
   *
   * @throws PlatformException when writes are refused
   */
  static void check(RestApi api, StoreAccount store) {
    try {
      RestApi.Reply unused = api.ask(store, EMPTY_BATCH);
    } catch (PlatformException e) {
      if (REFUSALS.contains(e.failure())
          && !e.explanation().code().equals(WooCommerceErrors.NO_ROUTE)) {
        throw e;
      }
    }
  }
}
