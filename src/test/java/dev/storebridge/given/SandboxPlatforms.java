package dev.storebridge.given;

import dev.storebridge.sandbox.shopify.ShopifySandbox;
import dev.storebridge.sandbox.shopify.ShopifySettings;
import dev.storebridge.sandbox.tiktok.TikTokApp;
import dev.storebridge.sandbox.tiktok.TikTokSandbox;
import dev.storebridge.sandbox.tiktok.TikTokSettings;
import dev.storebridge.sandbox.tiktok.TikTokShop;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A TikTok Shop, a Shopify store with the demo catalogue and one tenant that links them, beside
 * another that never consents; the service is told of them as of real ones.
 */
public final class SandboxPlatforms implements QuarkusTestResourceLifecycleManager {

  /** Where tests find the platforms' control pages. */
  public static final String TIKTOK = "test.sandbox.tiktok";

  public static final String SHOPIFY = "test.sandbox.shopify";

  /** Units that the connection's rules hold back. */
  public static final int BUFFER = 2;

  /** Argument of the resource: the connection's package rules instead of the usual ones. */
  public static final String PACKAGE = "package";

  /** Argument of the resource: {@code true} lets the store feed a second shop. */
  public static final String SECOND = "second";

  private static final String USUAL_PACKAGE = "{ default-weight: 0.5 kg, dimensions: 20x15x10 cm }";

  /** Whatever the running test was configured with, for example a platform's address. */
  public static String address(String property) {
    return ConfigProvider.getConfig().getValue(property, String.class);
  }

  private final UnaryOperator<TikTokSettings> tiktokSettings;
  private final UnaryOperator<ShopifySettings> shopifySettings;
  private final int requestsPerSecond;
  private TikTokSandbox tiktok;
  private ShopifySandbox shopify;
  private String packaging = USUAL_PACKAGE;
  private boolean second;

  @Override
  public void init(Map<String, String> arguments) {
    packaging = arguments.getOrDefault(PACKAGE, USUAL_PACKAGE);
    second = Boolean.parseBoolean(arguments.get(SECOND));
  }

  /** Without latency, with quick reviews, and a Shopify store of the largest plan. */
  public SandboxPlatforms() {
    this(UnaryOperator.identity(), UnaryOperator.identity(), 500);
  }

  /**
   * Platforms of another kind.
   *
   * @param requestsPerSecond what the tenant file allows on the TikTok Shop
   */
  public SandboxPlatforms(
      UnaryOperator<TikTokSettings> tiktokSettings,
      UnaryOperator<ShopifySettings> shopifySettings,
      int requestsPerSecond) {
    this.tiktokSettings = tiktokSettings;
    this.shopifySettings = shopifySettings;
    this.requestsPerSecond = requestsPerSecond;
  }

  @Override
  public Map<String, String> start() {
    int port = freePort();
    TikTokApp app =
        TikTokApp.sandbox()
            .withRedirectUrl("http://localhost:" + port + "/connect/tiktok/callback");
    tiktok =
        TikTokSandbox.start(
            tiktokSettings.apply(
                TikTokSettings.defaults()
                    .withApps(app)
                    .withShops(shops())
                    .withReviewDelay(Duration.ofMillis(300))));
    shopify =
        ShopifySandbox.start(
            shopifySettings.apply(
                ShopifySettings.demo()
                    .withBucket(20_000, 1_000)
                    .withTokens("shpat_test")
                    .sendingWebhooks("shpss_test")));
    String file = Merchant.FILE.formatted(shopify.storeUrl(), requestsPerSecond, packaging);
    Path home =
        TenantHome.write(
            second ? file + Merchant.SECOND : file,
            Merchant.OTHER_FILE.formatted(shopify.storeUrl()));
    return Map.ofEntries(
        Map.entry("quarkus.http.test-port", Integer.toString(port)),
        Map.entry("storebridge.public-url", "http://localhost:" + port),
        Map.entry("storebridge.allow-private-hosts", "true"),
        Map.entry("storebridge.tenants", home.resolve("tenants").toString()),
        Map.entry("storebridge.secrets", home.resolve("secrets").toString()),
        Map.entry("storebridge.operator-token", Merchant.TOKEN),
        Map.entry("storebridge.poll.review", "300ms"),
        Map.entry("storebridge.retry.first-wait", "200ms"),
        Map.entry("storebridge.retry.outage-rest", "1s"),
        Map.entry("storebridge.tiktok.write-horizon", "2s"),
        Map.entry("storebridge.shopify.write-horizon", "2s"),
        Map.entry("storebridge.tiktok.api-url", tiktok.apiUrl()),
        Map.entry("storebridge.tiktok.auth-url", tiktok.authUrl()),
        Map.entry("storebridge.tiktok.apps.default.app-key", app.key()),
        Map.entry("storebridge.tiktok.apps.default.app-secret", app.secret()),
        Map.entry("storebridge.tiktok.apps.default.service-id", app.serviceId()),
        Map.entry("storebridge.tiktok.apps.default.consent-url", tiktok.consentUrl()),
        Map.entry(TIKTOK, tiktok.apiUrl()),
        Map.entry(SHOPIFY, shopify.storeUrl()));
  }

  @Override
  public void stop() {
    tiktok.close();
    shopify.close();
  }

  private List<TikTokShop> shops() {
    TikTokShop first = TikTokShop.of("7495000000000000001", "GB");
    return second
        ? List.of(first, TikTokShop.of(Merchant.SECOND_SHOP, "GB").withSeller(first.seller()))
        : List.of(first);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder with two tenant files and their secrets. */
  private static final class TenantHome {

    static Path write(String tenantFile, String otherFile) {
      try {
        Path home = Files.createTempDirectory("storebridge-test");
        write(home, "testco", tenantFile);
        write(home, "otherco", otherFile);
        return home;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void write(Path home, String tenant, String file) throws IOException {
      Path secrets = Files.createDirectories(home.resolve("secrets").resolve(tenant));
      Path tenants = Files.createDirectories(home.resolve("tenants"));
      Files.writeString(secrets.resolve("token"), "shpat_test");
      Files.writeString(secrets.resolve("hook"), "shpss_test");
      Files.writeString(tenants.resolve(tenant + ".yaml"), file);
    }
  }
}
