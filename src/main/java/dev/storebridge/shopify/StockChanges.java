package dev.storebridge.shopify;

import dev.storebridge.platform.Location;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.shopify.AdminApi.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Asks which stock changed lately: setting stock does not move a product's date, so every location
 * is asked for its levels by their own dates.
 */
final class StockChanges {

  /** Searches are answered by an index that lags writes. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private final AdminApi api;

  StockChanges(AdminApi api) {
    this.api = api;
  }

  void read(
      StoreAccount store, List<Location> locations, Instant since, Consumer<List<String>> items) {
    Instant from = since.minus(OVERLAP).truncatedTo(ChronoUnit.SECONDS);
    for (Location location : locations) {
      if (location.active()) {
        List<String> changed = changed(store, location, "updated_at:>'" + from + "'");
        if (!changed.isEmpty()) {
          items.accept(changed);
        }
      }
    }
  }

  private List<String> changed(StoreAccount store, Location location, String search) {
    List<String> items = new ArrayList<>();
    new PageWalk(
            store.account(),
            after -> {
              Map<String, String> variables = new HashMap<>();
              variables.put("location", "gid://shopify/Location/" + location.id());
              variables.put("search", search);
              variables.put("after", after);
              Query query = new Query(ShopifyDocument.STOCK_CHANGED, variables, Urgency.STOCK);
              return api.ask(store, query).path("location").path("inventoryLevels");
            })
        .all(level -> items.add(ShopifyTranslator.numeric(level.path("item").path("id").asText())));
    return items;
  }
}
