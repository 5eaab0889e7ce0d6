package dev.storebridge.sandbox.woocommerce;

import dev.storebridge.sandbox.catalogue.CatalogueProduct;
import dev.storebridge.sandbox.catalogue.GardenCatalogue;
import dev.storebridge.sandbox.woocommerce.auth.Key;
import dev.storebridge.sandbox.woocommerce.store.Shop;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * How the sandbox is set up. Start from {@link #demo()} and change what matters.
 *
 * @param port 0 for a free one
 * @param keys the REST API keys that the merchant made
 */
public record WooCommerceSettings(
    int port,
    Shop shop,
    Site site,
    Pace pace,
    List<Key> keys,
    Set<Quirk> quirks,
    List<CatalogueProduct> catalogue,
    Clock clock) {

  /**
   * How WordPress is installed.
   *
   * @param home WordPress' own idea of its address; empty for the address it listens at
   * @param path sub-directory such as {@code /store}, empty at the root
   * @param prettyPermalinks false: {@code /wp-json} is not found, {@code ?rest_route=} works
   * @param https whether PHP believes that it is spoken to over TLS; Basic needs it
   * @param privateAddresses whether callbacks and webhooks may go to loopback, http and odd ports
   */
  public record Site(
      String home, String path, boolean prettyPermalinks, boolean https, boolean privateAddresses) {

    public Site withHome(String other) {
      return new Site(other, path, prettyPermalinks, https, privateAddresses);
    }

    public Site withPath(String other) {
      return new Site(home, other, prettyPermalinks, https, privateAddresses);
    }

    /** Without pretty permalinks. */
    public Site plain() {
      return new Site(home, path, false, https, privateAddresses);
    }

    /** As PHP sees it behind TLS. */
    public Site secure() {
      return new Site(home, path, prettyPermalinks, true, privateAddresses);
    }

    /** Lets callbacks and webhooks go to this machine, which a real shop refuses. */
    public Site reachingPrivateAddresses() {
      return new Site(home, path, prettyPermalinks, https, true);
    }
  }

  /**
   * How fast the shop is.
   *
   * @param latency before every answer
   * @param webhookDelay from a change to the delivery of its event
   */
  public record Pace(Duration latency, Duration webhookDelay) {}

  /** What older versions and plugins change. */
  public enum Quirk {
    /** {@code GET /variations} does not exist, as before 10.3. */
    NO_SHOP_WIDE_VARIATIONS,
    /** Quantities come as strings. */
    STOCK_AS_TEXT,
    /** Quantities may have decimals. */
    STOCK_WITH_DECIMALS
  }

  /** A key of the demo shop that may read and write. */
  public static final Key DEMO_KEY =
      new Key(
          "ck_5a0db0c0ffee5a0db0c0ffee5a0db0c0ffee5a0d",
          "cs_0ddba115eed50ddba115eed50ddba115eed50ddb",
          "read_write");

  /**
   * The demo shop on a free port, over plain http, without latency. Its clock is never at UTC, so
   * that who mixes up local dates and {@code _gmt} ones is found out.
   */
  public static WooCommerceSettings demo() {
    return new WooCommerceSettings(
        0,
        new Shop("Demo Garden", "GBP", "GB", ZoneId.of("Europe/Athens"), "kg", "cm", true, 0),
        new Site("", "", true, false, false),
        new Pace(Duration.ZERO, Duration.ofSeconds(2)),
        List.of(DEMO_KEY),
        Set.of(),
        GardenCatalogue.products(),
        Clock.systemUTC());
  }

  public WooCommerceSettings withPort(int number) {
    return new WooCommerceSettings(number, shop, site, pace, keys, quirks, catalogue, clock);
  }

  public WooCommerceSettings withShop(Shop other) {
    return new WooCommerceSettings(port, other, site, pace, keys, quirks, catalogue, clock);
  }

  public WooCommerceSettings withSite(Site other) {
    return new WooCommerceSettings(port, shop, other, pace, keys, quirks, catalogue, clock);
  }

  public WooCommerceSettings withPace(Pace other) {
    return new WooCommerceSettings(port, shop, site, other, keys, quirks, catalogue, clock);
  }

  public WooCommerceSettings withKeys(Key... others) {
    return new WooCommerceSettings(
        port, shop, site, pace, List.of(others), quirks, catalogue, clock);
  }

  public WooCommerceSettings withQuirks(Quirk... others) {
    return new WooCommerceSettings(port, shop, site, pace, keys, Set.of(others), catalogue, clock);
  }

  public WooCommerceSettings withCatalogue(List<CatalogueProduct> products) {
    return new WooCommerceSettings(port, shop, site, pace, keys, quirks, products, clock);
  }

  public WooCommerceSettings withClock(Clock other) {
    return new WooCommerceSettings(port, shop, site, pace, keys, quirks, catalogue, other);
  }

  /** PHP sees https: Basic and keys in the query work. */
  public WooCommerceSettings secure() {
    return withSite(site.secure());
  }

  public WooCommerceSettings withLatency(Duration latency) {
    return withPace(new Pace(latency, pace.webhookDelay()));
  }

  public WooCommerceSettings withWebhookDelay(Duration delay) {
    return withPace(new Pace(pace.latency(), delay));
  }

  /** The shop in another time zone. */
  public WooCommerceSettings withZone(ZoneId zone) {
    return withShop(shop.withZone(zone));
  }
}
