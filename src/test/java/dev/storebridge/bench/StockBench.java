package dev.storebridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.WebhookSender;
import dev.storebridge.sandbox.tiktok.Pace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * From a webhook that tells of new stock to the call at TikTok Shop that carries it, with platforms
 * that answer at once: what is measured is ours, the store's and the shop's handling included. Each
 * change sets a number of units that occurs once, so that its call is known by it.
 */
class StockBench {

  private static final int RUNS = Integer.getInteger("bench.runs", 3);
  private static final int PRODUCTS = 200;
  private static final int PER_SECOND = 100;
  private static final int SECONDS = Integer.getInteger("bench.seconds", 20);

  /** Until the machine code of service and sandbox stands: they share two cores with compilers. */
  private static final int WARM_UP_SECONDS = Integer.getInteger("bench.warm-up-seconds", 60);

  private static final int HOT_PER_SECOND = 1_000;
  private static final int HOT_SECONDS = 5;
  private static final int FIRST_UNITS = 10_000;
  private static final String LOCATION = "66633";
  private static final Pattern QUANTITY = Pattern.compile("\"quantity\":\\s*(\\d+)");

  private final Report even =
      new Report(
          "6-stock",
          "%d stock changes per second over %d products of one shop"
              .formatted(PER_SECOND, PRODUCTS));
  private final Report hot =
      new Report("7-hot-sku", "%,d stock changes per second of one SKU".formatted(HOT_PER_SECOND));

  @Test
  void bringsStockToTheShop() {
    for (int run = 0; run < RUNS; run++) {
      try (Rig rig = Rig.start(PRODUCTS, Pace.none(), 1_000)) {
        rig.startImport();
        rig.await(standing -> standing.live() >= PRODUCTS);
        List<JsonNode> variants = variants(rig);
        loseTheStoresOwnWebhooks(rig);
        changes(rig, variants, FIRST_UNITS, PER_SECOND, WARM_UP_SECONDS * PER_SECOND);
        measure(rig, variants);
        heat(rig, variants.getFirst());
      }
    }
    even.publish();
    hot.publish();
  }

  /** Each change is told by the bench, so that it knows when. */
  private static void loseTheStoresOwnWebhooks(Rig rig) {
    rig.shopify("POST", "deliveries", "{\"fault\":\"lose\"}");
  }

  private void measure(Rig rig, List<JsonNode> variants) {
    int from = FIRST_UNITS * 3;
    int count = PER_SECOND * SECONDS;
    long[] told = changes(rig, variants, from, PER_SECOND, count);
    Map<Integer, Long> carried =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> arrivals(rig), found -> overtakenBy(found, from, count) == 0);
    List<Long> latencies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Long arrived = carried.get(from + i);
      if (arrived != null) {
        latencies.add(arrived - told[i]);
      }
    }
    Latencies sorted = new Latencies(latencies.stream().mapToLong(Long::longValue).toArray());
    even.measured("told to on the wire, p50", "ms", "<= 10", sorted.percentile(0.5));
    even.measured("told to on the wire, p99", "ms", "<= 50", sorted.percentile(0.99));
    even.measured("told to on the wire, most", "ms", "", sorted.percentile(1));
    even.measured(
        "changes carried by a call of their own", "%", "", 100.0 * sorted.count() / count);
    even.measured("resident memory of the service", "MB", "<= 300", rig.memory());
  }

  /** How many of the products' last changes have not arrived. */
  private static long overtakenBy(Map<Integer, Long> found, int from, int count) {
    long missing = 0;
    for (int i = count - PRODUCTS; i < count; i++) {
      missing += found.containsKey(from + i) ? 0 : 1;
    }
    return missing;
  }

  private void heat(Rig rig, JsonNode variant) {
    int from = FIRST_UNITS * 5;
    int count = HOT_PER_SECOND * HOT_SECONDS;
    byte[] webhook = webhook(variant);
    Volley volley = new Volley(rig.port(), 32);
    set(rig, variant, from);
    volley.openLoop(count, HOT_PER_SECOND, at -> fresh(webhook, at));
    set(rig, variant, from + 1);
    long last = System.nanoTime();
    volley.flatOut(1, at -> fresh(webhook, count));
    long arrived =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> arrivals(rig).get(from + 1), found -> found != null);
    hot.measured("last change to its call", "ms", "<= 2000", (arrived - last) / 1e6);
    hot.measured("looks at the store", "", "", rig.shopifyCalls().getOrDefault("Products", 0));
  }

  /** Changes stock at an even pace; answers when each was told. */
  private static long[] changes(
      Rig rig, List<JsonNode> variants, int from, int perSecond, int count) {
    long[] told = new long[count];
    long start = System.nanoTime();
    long apart = Duration.ofSeconds(1).toNanos() / perSecond;
    Volley volley = new Volley(rig.port(), 1);
    for (int i = 0; i < count; i++) {
      JsonNode variant = variants.get(i % variants.size());
      byte[] webhook = webhook(variant);
      set(rig, variant, from + i);
      LockSupport.parkNanos(start + i * apart - System.nanoTime());
      told[i] = System.nanoTime();
      int delivery = from + i;
      Thread.startVirtualThread(() -> volley.flatOut(1, at -> fresh(webhook, delivery)));
    }
    return told;
  }

  private static List<JsonNode> variants(Rig rig) {
    List<JsonNode> variants = new ArrayList<>();
    rig.shopify("GET", "products?limit=250", "")
        .path("items")
        .forEach(product -> variants.add(product.path("variants").path(0)));
    return variants;
  }

  private static void set(Rig rig, JsonNode variant, int units) {
    rig.shopify(
        "POST",
        "stock",
        "{\"variantId\":\"%s\",\"locationId\":\"%s\",\"available\":%d}"
            .formatted(variant.path("id").asText(), LOCATION, units));
  }

  private static byte[] webhook(JsonNode variant) {
    String body =
        "{\"inventory_item_id\":%s,\"location_id\":%s,\"available\":1}"
            .formatted(variant.path("itemId").asText(), LOCATION);
    return Volley.post(
        "/webhooks/shopify",
        "X-Shopify-Topic: inventory_levels/update\r\nX-Shopify-Shop-Domain: "
            + WebhookSender.SHOPIFY_DOMAIN
            + "\r\nX-Shopify-Webhook-Id: delivery-00000000"
            + "\r\nX-Shopify-Hmac-Sha256: "
            + WebhookSender.shopifySignature(body)
            + "\r\n",
        body);
  }

  /** The same with a delivery id of its own. */
  private static byte[] fresh(byte[] webhook, int delivery) {
    return new String(webhook, StandardCharsets.UTF_8)
        .replace("delivery-00000000", "delivery-%08d".formatted(delivery))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** When the first call arrived that carried so many units; the buffer is added again. */
  private static Map<Integer, Long> arrivals(Rig rig) {
    Map<Integer, Long> first = new TreeMap<>();
    for (JsonNode call : rig.calls()) {
      if (call.path("path").asText().endsWith("/inventory/update")) {
        Matcher quantities = QUANTITY.matcher(call.path("body").asText());
        while (quantities.find()) {
          int units = Integer.parseInt(quantities.group(1)) + SandboxPlatforms.BUFFER;
          first.putIfAbsent(units, call.path("arrived_nanos").asLong());
        }
      }
    }
    return first;
  }
}
