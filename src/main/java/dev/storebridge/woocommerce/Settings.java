package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.woocommerce.RestApi.Ask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The settings of shops: read at first contact and with every catalogue, else remembered. */
final class Settings {

  private static final Duration LIFE = Duration.ofHours(1);
  private static final String GENERAL = "settings/general";
  private static final List<String> REST =
      List.of("settings/products", "settings/tax/woocommerce_prices_include_tax");
  private static final Map<String, String> FIELDS = Map.of("_fields", "id,value");

  private final RestApi api;
  private final Clock clock;
  private final Map<AccountId, Kept> known = new ConcurrentHashMap<>();

  Settings(RestApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  private record Kept(ShopSettings settings, Instant until) {}

  /** As they were within the last hour. */
  ShopSettings of(StoreAccount store) {
    Kept kept = known.get(store.account());
    return kept != null && clock.instant().isBefore(kept.until()) ? kept.settings() : fresh(store);
  }

  /** As they are now. The first answer tells how the site lets us in, the others use it. */
  ShopSettings fresh(StoreAccount store) {
    JsonNode general = read(store, GENERAL);
    List<JsonNode> rest = Ahead.all(REST.size(), REST, path -> read(store, path));
    ShopSettings settings =
        ShopSettings.of(general, rest.getFirst(), rest.getLast())
            .orElseThrow(() -> WooCommerceErrors.noCurrency(store.account()));
    known.put(store.account(), new Kept(settings, clock.instant().plus(LIFE)));
    return settings;
  }

  private JsonNode read(StoreAccount store, String path) {
    return api.ask(store, new Ask(path, FIELDS, Urgency.CONTENT)).body();
  }
}
