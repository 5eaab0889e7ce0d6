package dev.storebridge.shopify;

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

/** Asks which products changed lately. */
final class ProductChanges {

  /** Searches are answered by an index that lags writes. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private static final int BATCH = 250;

  private final AdminApi api;

  ProductChanges(AdminApi api) {
    this.api = api;
  }

  void read(StoreAccount store, Instant since, Consumer<List<String>> batches) {
    Instant from = since.minus(OVERLAP).truncatedTo(ChronoUnit.SECONDS);
    String search = "updated_at:>'" + from + "'";
    List<String> waiting = new ArrayList<>();
    new PageWalk(
            store.account(),
            after -> {
              Map<String, String> variables = new HashMap<>(Map.of("search", search));
              variables.put("after", after);
              Query query = new Query(ShopifyDocument.PRODUCTS_CHANGED, variables, Urgency.CONTENT);
              return api.ask(store, query).path("products");
            })
        .all(
            node -> {
              waiting.add(ShopifyTranslator.numeric(node.path("id").asText()));
              if (waiting.size() == BATCH) {
                batches.accept(List.copyOf(waiting));
                waiting.clear();
              }
            });
    if (!waiting.isEmpty()) {
      batches.accept(List.copyOf(waiting));
    }
  }
}
