package dev.storebridge.woocommerce;

import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.woocommerce.RestApi.Ask;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Asks which products changed lately. Whoever saves a variation, a checkout too, moves the date of
 * its product; importers that write past WooCommerce move none, and only a whole reading finds
 * them.
 */
final class ProductChanges {

  /** A save that began before may be seen after; the site's clock is not ours. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private final RestApi api;

  ProductChanges(RestApi api) {
    this.api = api;
  }

  /**
   * Reads.
   *
   * @param since by the site's clock; when that may be wrong, rather too early
   */
  void read(StoreAccount store, Instant since, Consumer<List<String>> batches) {
    Instant from = since.minus(OVERLAP).truncatedTo(ChronoUnit.SECONDS);
    Map<String, String> query =
        Map.of(
            "_fields", "id",
            "status", "any",
            "modified_after", from.toString().replace("Z", ""),
            "dates_are_gmt", "true");
    new PageWalk(api, store, new Ask("products", query, Urgency.CONTENT))
        .all(page -> batches.accept(page.stream().map(node -> Json.text(node, "id")).toList()));
  }
}
