package dev.storebridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.PackagedService;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.given.WooPlatforms;
import dev.storebridge.sandbox.catalogue.LargeCatalogue;
import dev.storebridge.sandbox.tiktok.Pace;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** The package as a process, an empty database, and platforms without delay. */
final class Rig implements AutoCloseable {

  private final TestDatabase server = new TestDatabase();
  private final QuarkusTestResourceLifecycleManager platforms;
  private final Map<String, String> settings;
  private final PackagedService service;
  final Merchant merchant;
  final DatabaseGauge gauge;

  private Rig(QuarkusTestResourceLifecycleManager platforms) {
    this.platforms = platforms;
    this.settings = new HashMap<>(platforms.start());
    settings.putAll(server.start());
    settings.put("storebridge.encryption-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    settings.remove("storebridge.poll.review");
    settings.keySet().removeIf(key -> key.startsWith("storebridge.retry."));
    leaveOneTenant(Path.of(settings.get("storebridge.tenants")));
    int port = Integer.parseInt(settings.remove("quarkus.http.test-port"));
    this.service = PackagedService.start(port, settings);
    this.gauge = new DatabaseGauge(settings);
    this.merchant = new Merchant(service.url());
  }

  /** The other tenant of the tests has the same store: each webhook would be two. */
  private static void leaveOneTenant(Path tenants) {
    try {
      Files.delete(tenants.resolve("otherco.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connected platforms with a catalogue of so many products of three variants. */
  static Rig start(int products, Pace pace, int requestsPerSecond) {
    Rig rig =
        new Rig(
            new SandboxPlatforms(
                tiktok -> tiktok.withPace(pace).withCallLogSize(100_000),
                shopify -> shopify.withCatalogue(LargeCatalogue.of(products, 3)).withoutLimits(),
                requestsPerSecond));
    rig.merchant.connect();
    return rig;
  }

  /**
   * The same with a WooCommerce shop, products of two variations, and no limit at TikTok.
   *
   * @param latency of every answer of the shop's API
   * @param concurrent requests at a time that the tenant file allows the shop
   */
  static Rig woocommerce(int products, Duration latency, int concurrent) {
    SandboxPlatforms others =
        new SandboxPlatforms(
            tiktok -> tiktok.withPace(Pace.none()).withCallLogSize(100_000),
            UnaryOperator.identity(),
            1_000);
    Rig rig =
        new Rig(
            new WooPlatforms(
                others,
                shop -> shop.withCatalogue(LargeCatalogue.of(products, 2)).withLatency(latency),
                concurrent));
    rig.merchant.connect();
    return rig;
  }

  /** Where the service listens. */
  int port() {
    return URI.create(service.url()).getPort();
  }

  /** How to get into the service's database. */
  Map<String, String> database() {
    return settings;
  }

  /** Asks for an import; {@link #await} tells when it has ended. */
  void startImport() {
    merchant.post("/api/connections/" + Merchant.CONNECTION + "/import");
  }

  DatabaseGauge.Standing await(Predicate<DatabaseGauge.Standing> end) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(50))
        .until(gauge::standing, end);
  }

  /** Arrival of a call at the shop. */
  record Arrival(long nanos, String endpoint, int status) {}

  /** Every call that has reached the shop, in the order of arrival. */
  List<Arrival> tiktokCalls() {
    List<Arrival> arrivals = new ArrayList<>();
    for (JsonNode call : calls()) {
      arrivals.add(
          new Arrival(
              call.path("arrived_nanos").asLong(),
              call.path("endpoint").asText(),
              call.path("status").asInt()));
    }
    arrivals.sort(Comparator.comparingLong(Arrival::nanos));
    return arrivals;
  }

  /** Every call to the shop as its control page tells it. */
  JsonNode calls() {
    return tiktok("calls?limit=100000").path("calls");
  }

  /** Asks the Shopify store's control page. */
  JsonNode shopify(String method, String page, String body) {
    return merchant.control(
        method, settings.get(SandboxPlatforms.SHOPIFY) + "/sandbox/" + page, body);
  }

  /** How many calls reached the store, by operation. */
  Map<String, Integer> shopifyCalls() {
    return storeCalls(SandboxPlatforms.SHOPIFY);
  }

  /** How many calls reached the WooCommerce shop's API, by operation. */
  Map<String, Integer> woocommerceCalls() {
    return storeCalls(WooPlatforms.SHOP);
  }

  private Map<String, Integer> storeCalls(String store) {
    Map<String, Integer> counts = new TreeMap<>();
    merchant
        .control("GET", settings.get(store) + "/sandbox/calls?last=0", "")
        .path("counts")
        .properties()
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asInt()));
    return counts;
  }

  /** Lets the shop tell the service of orders. */
  void hearOfOrders() {
    merchant.control(
        "POST",
        settings.get(SandboxPlatforms.TIKTOK) + "/sandbox/webhooks",
        "{\"app\":\"%s\",\"address\":\"%s/webhooks/tiktok\"}"
            .formatted(settings.get("storebridge.tiktok.apps.default.app-key"), service.url()));
  }

  /** Buys one unit as a free sample, which is to be sent at once; answers the order's id. */
  String buy(String shop, String sku) {
    return buy(shop, sku, "sample");
  }

  /**
   * Buys one unit.
   *
   * @param how as the shop's control page names it
   * @throws IllegalStateException when the shop shows none
   */
  String buy(String shop, String sku, String how) {
    return merchant
        .control(
            "POST",
            settings.get(SandboxPlatforms.TIKTOK) + "/sandbox/orders",
            "{\"shop\":\"%s\",\"units\":{\"%s\":1},\"how\":\"%s\"}".formatted(shop, sku, how))
        .path("order")
        .asText();
  }

  /** Every order of the store. */
  JsonNode shopifyOrders() {
    return shopify("GET", "orders", "").path("items");
  }

  /** Every listing that the shop shows. */
  JsonNode shopProducts() {
    return tiktok("products").path("products");
  }

  private JsonNode tiktok(String page) {
    return merchant.control(
        "GET", settings.get(SandboxPlatforms.TIKTOK) + "/sandbox/" + page, "{}");
  }

  /** The most memory the service's process has used, in MB. */
  double peakMemory() {
    return service.peakMemory();
  }

  /** What the service's process holds now, in MB. */
  double memory() {
    return service.memory();
  }

  @Override
  public void close() {
    gauge.close();
    service.close();
    platforms.stop();
    server.stop();
  }
}
