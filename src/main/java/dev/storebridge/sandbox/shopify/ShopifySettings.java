package dev.storebridge.sandbox.shopify;

import dev.storebridge.sandbox.catalogue.CatalogueProduct;
import dev.storebridge.sandbox.catalogue.DemoCatalogue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How the sandbox is set up. Start from {@link #demo()} and change what matters.
 *
 * @param port 0 for a free one
 */
public record ShopifySettings(
    int port, Shop shop, Apps apps, Pace pace, List<CatalogueProduct> catalogue, Clock clock) {

  /** The store: its myshopify domain, name and currency. */
  public record Shop(String domain, String name, String currency) {}

  /**
   * Who may ask.
   *
   * @param tokens pasted tokens of admin-made apps, each an app of its own
   * @param scopes what every token is granted, and the most that OAuth grants
   * @param clientSecret of every app; its webhooks are signed with it
   * @param privateAddresses whether webhooks may go to loopback and plain http
   */
  public record Apps(
      Set<String> tokens,
      Set<String> scopes,
      String clientId,
      String clientSecret,
      boolean privateAddresses) {

    /** With these pasted tokens instead. */
    public Apps withTokens(Set<String> others) {
      return new Apps(others, scopes, clientId, clientSecret, privateAddresses);
    }

    /** With these scopes instead. */
    public Apps withScopes(Set<String> others) {
      return new Apps(tokens, others, clientId, clientSecret, privateAddresses);
    }

    /** With another client secret. */
    public Apps withClientSecret(String other) {
      return new Apps(tokens, scopes, clientId, other, privateAddresses);
    }

    /** Lets webhooks go to this machine, which the real platform refuses. */
    public Apps reachingPrivateAddresses() {
      return new Apps(tokens, scopes, clientId, clientSecret, true);
    }
  }

  /**
   * How fast the store is.
   *
   * @param latency before every answer
   * @param bucket size of the bucket in points
   * @param restoreRate points per second
   * @param bulkDelay from order to end of a bulk operation
   * @param searchLag how far the search is behind the store
   */
  public record Pace(
      Duration latency, int bucket, int restoreRate, Duration bulkDelay, Duration searchLag) {}

  private static final Set<String> SCOPES =
      Set.of(
          "write_products",
          "write_inventory",
          "read_locations",
          "write_orders",
          "write_merchant_managed_fulfillment_orders",
          "write_third_party_fulfillment_orders");

  /** The demo shop on a free port, without latency, with a standard plan's bucket. */
  public static ShopifySettings demo() {
    return new ShopifySettings(
        0,
        new Shop("demo-homewares.myshopify.com", "Demo Homewares", "GBP"),
        new Apps(Set.of("shpat_demo"), SCOPES, "demo-client-id", "shpss_demo_client_secret", false),
        new Pace(Duration.ZERO, 2_000, 100, Duration.ofMillis(200), Duration.ZERO),
        DemoCatalogue.products(),
        Clock.systemUTC());
  }

  public ShopifySettings withPort(int number) {
    return new ShopifySettings(number, shop, apps, pace, catalogue, clock);
  }

  public ShopifySettings withShop(Shop other) {
    return new ShopifySettings(port, other, apps, pace, catalogue, clock);
  }

  public ShopifySettings withApps(Apps others) {
    return new ShopifySettings(port, shop, others, pace, catalogue, clock);
  }

  public ShopifySettings withPace(Pace other) {
    return new ShopifySettings(port, shop, apps, other, catalogue, clock);
  }

  public ShopifySettings withCatalogue(List<CatalogueProduct> products) {
    return new ShopifySettings(port, shop, apps, pace, products, clock);
  }

  public ShopifySettings withClock(Clock other) {
    return new ShopifySettings(port, shop, apps, pace, catalogue, other);
  }

  /** Accepts these pasted tokens instead of the demo's. */
  public ShopifySettings withTokens(String... tokens) {
    return withApps(apps.withTokens(Set.of(tokens)));
  }

  /** Signs webhooks with this secret and lets them go to this machine. */
  public ShopifySettings sendingWebhooks(String clientSecret) {
    return withApps(apps.withClientSecret(clientSecret).reachingPrivateAddresses());
  }

  /** Grants these scopes instead of all that the service asks for. */
  public ShopifySettings withScopes(String... scopes) {
    return withApps(apps.withScopes(Set.of(scopes)));
  }

  public ShopifySettings withLatency(Duration latency) {
    return withPace(
        new Pace(latency, pace.bucket(), pace.restoreRate(), pace.bulkDelay(), pace.searchLag()));
  }

  public ShopifySettings withBucket(int size, int restoreRate) {
    return withPace(
        new Pace(pace.latency(), size, restoreRate, pace.bulkDelay(), pace.searchLag()));
  }

  /** A bucket that never empties, for measurements. */
  public ShopifySettings withoutLimits() {
    return withBucket(1_000_000_000, 1_000_000_000);
  }

  public ShopifySettings withBulkDelay(Duration delay) {
    return withPace(
        new Pace(pace.latency(), pace.bucket(), pace.restoreRate(), delay, pace.searchLag()));
  }

  public ShopifySettings withSearchLag(Duration lag) {
    return withPace(
        new Pace(pace.latency(), pace.bucket(), pace.restoreRate(), pace.bulkDelay(), lag));
  }
}
