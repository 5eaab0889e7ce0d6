package dev.storebridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.OneShop;
import dev.storebridge.sandbox.tiktok.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * From an order's webhook on its way to the order in the store, with platforms that answer at once:
 * what is measured is ours, the platforms' handling included.
 */
class OrderBench {

  private static final int RUNS = Integer.getInteger("bench.runs", 3);
  private static final int PRODUCTS = 50;
  private static final int PLENTY = 50_000;
  private static final int PER_SECOND = 20;
  private static final int SECONDS = Integer.getInteger("bench.seconds", 20);
  private static final int WARM_UP_SECONDS = Integer.getInteger("bench.warm-up-seconds", 60);

  private final Report report =
      new Report("8-orders", "%d orders per second of one shop".formatted(PER_SECOND));

  @Test
  void placesOrdersInTheStore() {
    for (int run = 0; run < RUNS; run++) {
      try (Rig rig = Rig.start(PRODUCTS, Pace.none(), 1_000)) {
        rig.hearOfOrders();
        rig.startImport();
        rig.await(standing -> standing.live() >= PRODUCTS);
        List<String> skus = filled(rig);
        awaitPlaced(rig, buy(rig, skus, WARM_UP_SECONDS * PER_SECOND).size());
        measure(rig, skus);
      }
    }
    report.publish();
  }

  private void measure(Rig rig, List<String> skus) {
    int before = placed(rig).size();
    DatabaseGauge.Count start = rig.gauge.count();
    int calls = rig.calls().size();
    int asked = sum(rig.shopifyCalls());
    Map<String, Instant> bought = buy(rig, skus, SECONDS * PER_SECOND);
    Map<String, Instant> placed = awaitPlaced(rig, before + bought.size());
    long[] took =
        bought.entrySet().stream()
            .mapToLong(one -> Duration.between(one.getValue(), placed.get(one.getKey())).toNanos())
            .toArray();
    Latencies sorted = new Latencies(took);
    report.measured("webhook to store order, p50", "ms", "", sorted.percentile(0.5));
    report.measured("webhook to store order, p99", "ms", "<= 500", sorted.percentile(0.99));
    report.measured("webhook to store order, most", "ms", "", sorted.percentile(1));
    report.measured("orders placed twice", "", "0", rig.shopifyOrders().size() - placed.size());
    report.measured(
        "TikTok calls per order", "", "", (double) (rig.calls().size() - calls) / bought.size());
    report.measured(
        "Shopify calls per order",
        "",
        "",
        (double) (sum(rig.shopifyCalls()) - asked) / bought.size());
    report.measured(
        "database statements per order",
        "",
        "",
        (double) rig.gauge.count().since(start).statements() / bought.size());
    report.measured("resident memory of the service", "MB", "", rig.memory());
  }

  private static int sum(Map<String, Integer> calls) {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Buys at an even pace; answers when each order was bought. */
  private static Map<String, Instant> buy(Rig rig, List<String> skus, int count) {
    Map<String, Instant> bought = new ConcurrentHashMap<>();
    long start = System.nanoTime();
    long apart = Duration.ofSeconds(1).toNanos() / PER_SECOND;
    for (int i = 0; i < count; i++) {
      LockSupport.parkNanos(start + i * apart - System.nanoTime());
      Instant now = Instant.now();
      bought.put(rig.buy(OneShop.SHOP, skus.get(i % skus.size())), now);
    }
    return bought;
  }

  private static Map<String, Instant> awaitPlaced(Rig rig, int count) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> placed(rig), placed -> placed.size() >= count);
  }

  /** When each order was placed in the store. */
  private static Map<String, Instant> placed(Rig rig) {
    Map<String, Instant> placed = new HashMap<>();
    for (JsonNode order : rig.shopifyOrders()) {
      placed.putIfAbsent(
          order.path("sourceIdentifier").asText(), Instant.parse(order.path("placedAt").asText()));
    }
    return placed;
  }

  /** The SKUs of all listings, once the shop has enough of each. */
  private static List<String> filled(Rig rig) {
    for (JsonNode product : rig.shopify("GET", "products?limit=250", "").path("items")) {
      JsonNode variant = product.path("variants").path(0);
      rig.shopify(
          "POST",
          "stock",
          "{\"variantId\":\"%s\",\"locationId\":\"66633\",\"available\":%d}"
              .formatted(variant.path("id").asText(), PLENTY));
    }
    return Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> plenty(rig), skus -> skus.size() == PRODUCTS);
  }

  private static List<String> plenty(Rig rig) {
    List<String> skus = new ArrayList<>();
    for (JsonNode product : rig.shopProducts()) {
      JsonNode sku = product.path("skus").path(0);
      for (JsonNode place : sku.path("inventory")) {
        if (place.path("quantity").asInt() > PLENTY / 2) {
          skus.add(sku.path("id").asText());
        }
      }
    }
    return skus;
  }
}
