package dev.storebridge.given;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.catalogue.LargeCatalogue;
import dev.storebridge.sandbox.shopify.ShopifySandbox;
import dev.storebridge.sandbox.shopify.ShopifySettings;
import dev.storebridge.sandbox.tiktok.Pace;
import dev.storebridge.sandbox.tiktok.TikTokApp;
import dev.storebridge.sandbox.tiktok.TikTokSandbox;
import dev.storebridge.sandbox.tiktok.TikTokSettings;
import dev.storebridge.sandbox.tiktok.TikTokShop;
import dev.storebridge.sandbox.woocommerce.WooCommerceSandbox;
import dev.storebridge.sandbox.woocommerce.WooCommerceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Many merchants: stores of both kinds by turns, each of which feeds several TikTok shops, and a
 * tenant file for each store. All simulators live in this process; the service is told of them as
 * of real ones.
 */
public final class Market implements AutoCloseable {

  private static final int PRODUCTS = 6;
  private static final int PLENTY = 20_000;
  private static final String CONNECTION =
      """
        - id: %1$s
          store: %2$s
          shop: { id: "%3$s", region: GB, limits: { requests-per-second: 200, concurrent: 8 } }
          listings:
            category: { default: "601226" }
            package: { default-weight: 0.5 kg, dimensions: 20x15x10 cm }
      """;

  /** One store with the shops that it feeds. */
  public final class Store {

    private final int number;
    private final AutoCloseable sandbox;
    private final String url;

    private Store(int number) {
      this.number = number;
      if (shopify()) {
        ShopifySandbox started =
            ShopifySandbox.start(
                ShopifySettings.demo()
                    .withCatalogue(LargeCatalogue.of(PRODUCTS, 1))
                    .withTokens("shpat_test")
                    .sendingWebhooks("shpss_test")
                    .withoutLimits());
        sandbox = started;
        url = started.storeUrl();
      } else {
        WooCommerceSettings demo = WooCommerceSettings.demo();
        WooCommerceSandbox started =
            WooCommerceSandbox.start(
                demo.withSite(demo.site().reachingPrivateAddresses())
                    .withCatalogue(LargeCatalogue.of(PRODUCTS, 1))
                    .withWebhookDelay(Duration.ofMillis(100)));
        sandbox = started;
        url = started.storeUrl();
      }
    }

    public boolean shopify() {
      return number % 2 == 0;
    }

    private String id() {
      return "market-" + number;
    }

    public List<String> connections() {
      return IntStream.range(0, shopsEach).mapToObj(shop -> id() + "-shop-" + shop).toList();
    }

    private String shopId(int shop) {
      return "74950000000000%05d".formatted(number * 100 + shop);
    }

    public List<String> shopIds() {
      return IntStream.range(0, shopsEach).mapToObj(this::shopId).toList();
    }

    /** The store's orders as its control page shows them. */
    public List<JsonNode> orders() {
      return control("GET", "orders", "").path("items").valueStream().toList();
    }

    public List<JsonNode> products() {
      return control("GET", "products?limit=250", "").path("items").valueStream().toList();
    }

    /** Sends what is open of an order. */
    public void ship(JsonNode order, String number) {
      String act = shopify() ? "ship" : "complete";
      act(order, act, ",\"company\":\"Royal Mail\",\"number\":\"%s\"".formatted(number));
    }

    public void cancel(JsonNode order) {
      act(order, "cancel", "");
    }

    private void act(JsonNode order, String act, String more) {
      control(
          "POST",
          "orders",
          "{\"act\":\"%s\",\"order\":\"%s\"%s}".formatted(act, order.path("id").asText(), more));
    }

    public void trouble(String body) {
      control("POST", "switches", body);
    }

    public void deliveries(String body) {
      control("POST", "deliveries", body);
    }

    private JsonNode control(String method, String page, String body) {
      return hand.control(method, url + "/sandbox/" + page, body);
    }

    /** Enough of everything, at one place. */
    private void fill() {
      for (JsonNode product : products()) {
        JsonNode variant = product.path("variants").path(0);
        variant
            .path("stock")
            .properties()
            .forEach(
                place ->
                    control(
                        "POST",
                        "stock",
                        "{\"variantId\":\"%s\",\"locationId\":\"%s\",\"available\":%d}"
                            .formatted(variant.path("id").asText(), place.getKey(), PLENTY)));
      }
    }

    private String file() {
      StringBuilder file = new StringBuilder();
      file.append("tenant: %s\nname: Market %d\nstores:\n".formatted(id(), number));
      file.append("  - id: %s\n    url: %s\n".formatted(id(), url));
      file.append(
          shopify()
              ? "    platform: shopify\n    auth: { token: \"file:token\", webhook-secret: \"file:hook\" }\n"
              : "    platform: woocommerce\n    auth: { key: \"file:key\", secret: \"file:secret\" }\n");
      file.append("connections:\n");
      for (int shop = 0; shop < shopsEach; shop++) {
        file.append(CONNECTION.formatted(connections().get(shop), id(), shopId(shop)));
      }
      return file.toString();
    }
  }

  private final Merchant hand = new Merchant("");
  private final int shopsEach;
  private final List<Store> stores = new ArrayList<>();
  private final TikTokSandbox tiktok;
  private final int port;
  private final Map<String, String> settings;

  public Market(int storeCount, int shopsEach) {
    this.shopsEach = shopsEach;
    for (int number = 0; number < storeCount; number++) {
      stores.add(new Store(number));
    }
    port = freePort();
    TikTokApp app =
        TikTokApp.sandbox()
            .withRedirectUrl("http://localhost:" + port + "/connect/tiktok/callback");
    List<TikTokShop> shops =
        stores.stream()
            .flatMap(store -> store.shopIds().stream())
            .map(id -> TikTokShop.of(id, "GB").withSeller("Seller of " + id.substring(0, 17)))
            .toList();
    tiktok =
        TikTokSandbox.start(
            TikTokSettings.defaults()
                .withApps(app)
                .withShops(shops)
                .withPace(Pace.none())
                .withReviewDelay(Duration.ofMillis(300)));
    settings = settings(app);
  }

  private Map<String, String> settings(TikTokApp app) {
    Path home = home();
    Map<String, String> all = new HashMap<>();
    all.put("storebridge.public-url", service());
    all.put("storebridge.allow-private-hosts", "true");
    all.put("storebridge.tenants", home.resolve("tenants").toString());
    all.put("storebridge.secrets", home.resolve("secrets").toString());
    all.put("storebridge.operator-token", Merchant.TOKEN);
    all.put("storebridge.encryption-key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    all.put("storebridge.poll.review", "300ms");
    all.put("storebridge.poll.orders", "5s");
    all.put("storebridge.poll.store-changes", "10s");
    all.put("storebridge.tiktok.write-horizon", "2s");
    all.put("storebridge.shopify.write-horizon", "2s");
    all.put("storebridge.woocommerce.write-horizon", "2s");
    all.put("storebridge.tiktok.api-url", tiktok.apiUrl());
    all.put("storebridge.tiktok.auth-url", tiktok.authUrl());
    all.put("storebridge.tiktok.apps.default.app-key", app.key());
    all.put("storebridge.tiktok.apps.default.app-secret", app.secret());
    all.put("storebridge.tiktok.apps.default.service-id", app.serviceId());
    all.put("storebridge.tiktok.apps.default.consent-url", tiktok.consentUrl());
    return all;
  }

  private Path home() {
    try {
      Path home = Files.createTempDirectory("storebridge-market");
      Files.createDirectories(home.resolve("tenants"));
      for (Store store : stores) {
        Path secrets = Files.createDirectories(home.resolve("secrets").resolve(store.id()));
        Files.writeString(secrets.resolve("token"), "shpat_test");
        Files.writeString(secrets.resolve("hook"), "shpss_test");
        Files.writeString(secrets.resolve("key"), WooCommerceSettings.DEMO_KEY.consumerKey());
        Files.writeString(secrets.resolve("secret"), WooCommerceSettings.DEMO_KEY.consumerSecret());
        Files.writeString(home.resolve("tenants").resolve(store.id() + ".yaml"), store.file());
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the service has to be told. */
  public Map<String, String> settings() {
    return new HashMap<>(settings);
  }

  public int port() {
    return port;
  }

  public String service() {
    return "http://localhost:" + port;
  }

  public TikTokSandbox tiktok() {
    return tiktok;
  }

  public List<Store> stores() {
    return List.copyOf(stores);
  }

  /** Fills the stores, connects every shop and waits until all listings are live. */
  public void open() {
    stores.forEach(Store::fill);
    hand.control(
        "POST",
        tiktok.apiUrl() + "/sandbox/webhooks",
        "{\"app\":\"%s\",\"address\":\"%s/webhooks/tiktok\"}"
            .formatted(settings.get("storebridge.tiktok.apps.default.app-key"), service()));
    for (Store store : stores) {
      for (String connection : store.connections()) {
        Merchant merchant = new Merchant(service(), connection);
        merchant.connect(String.join(",", store.shopIds()));
        merchant.post("/api/connections/" + connection + "/import");
      }
    }
    for (Store store : stores) {
      store.connections().forEach(connection -> new Merchant(service(), connection).awaitImport());
    }
  }

  /** A page of the TikTok simulator's control face. */
  public JsonNode atTikTok(String method, String page, String body) {
    return hand.control(method, tiktok.apiUrl() + "/sandbox/" + page, body);
  }

  /** The operator's audit. */
  public JsonNode books() {
    return new Merchant(service()).get("/api/books");
  }

  @Override
  public void close() {
    tiktok.close();
    for (Store store : stores) {
      try {
        store.sandbox.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
