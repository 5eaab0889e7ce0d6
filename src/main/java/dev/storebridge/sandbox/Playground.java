package dev.storebridge.sandbox;

import dev.storebridge.sandbox.database.EmbeddedDatabase;
import dev.storebridge.sandbox.page.SandboxPage;
import dev.storebridge.sandbox.shopify.ShopifySandbox;
import dev.storebridge.sandbox.shopify.ShopifySettings;
import dev.storebridge.sandbox.tiktok.TikTokApp;
import dev.storebridge.sandbox.tiktok.TikTokSandbox;
import dev.storebridge.sandbox.tiktok.TikTokSettings;
import dev.storebridge.sandbox.tiktok.TikTokShop;
import dev.storebridge.sandbox.woocommerce.WooCommerceSandbox;
import dev.storebridge.sandbox.woocommerce.WooCommerceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The local platforms, the local database and the demo merchant of development mode. Opened once a
 * process, however often the service is reloaded; everything the service must know goes into its
 * configuration as system properties, unless the developer set it.
 */
final class Playground {

  private static final String OPENED = "storebridge.playground";

  /** How long a shop's own jobs leave a webhook waiting where its visitors keep them going. */
  private static final Duration A_BUSY_SHOPS_DELAY = Duration.ofMillis(500);

  private static final String DEMO_TOKEN = "shpat_demo";
  private static final String DEMO_SECRET = "shpss_demo";

  private Playground() {}

  static void open() {
    if (System.getProperty(OPENED) == null) {
      EmbeddedDatabase database = EmbeddedDatabase.start();
      Runtime.getRuntime().addShutdownHook(new Thread(database::close));
      TikTokApp app = TikTokApp.sandbox();
      TikTokSandbox tiktok = TikTokSandbox.start(tiktok(app));
      ShopifySandbox shopify = ShopifySandbox.start(shopify());
      WooCommerceSandbox woocommerce = WooCommerceSandbox.start(woocommerce());
      Map<String, String> platforms = new LinkedHashMap<>();
      platforms.put("tiktok", tiktok.apiUrl());
      platforms.put("shopify", shopify.storeUrl());
      platforms.put("woocommerce", woocommerce.storeUrl());
      SandboxPage page = SandboxPage.start(Ports.PAGE, platforms);
      tellTheService(database, tiktok, app);
      System.setProperty(OPENED, page.url());
    }
    DemoMerchant.goShopping(System.getProperty(OPENED));
  }

  private static TikTokSettings tiktok(TikTokApp app) {
    String callback = Ports.service() + "/connect/tiktok/callback";
    return TikTokSettings.defaults()
        .withPort(Ports.TIKTOK)
        .withApps(app.withRedirectUrl(callback))
        .withShops(
            TikTokShop.of(DemoMerchant.HOMEWARES.shop(), "GB"),
            TikTokShop.of(DemoMerchant.GARDEN.shop(), "GB"));
  }

  private static ShopifySettings shopify() {
    return ShopifySettings.demo()
        .withPort(Ports.SHOPIFY)
        .withTokens(DEMO_TOKEN)
        .sendingWebhooks(DEMO_SECRET);
  }

  /** A shared host's pace; it calls back to this machine, which a real shop would refuse to do. */
  private static WooCommerceSettings woocommerce() {
    WooCommerceSettings settings = WooCommerceSettings.demo().withWebhookDelay(A_BUSY_SHOPS_DELAY);
    return settings
        .withPort(Ports.WOOCOMMERCE)
        .withLatency(Duration.ofMillis(60))
        .withSite(settings.site().reachingPrivateAddresses());
  }

  private static void tellTheService(
      EmbeddedDatabase database, TikTokSandbox tiktok, TikTokApp app) {
    set("quarkus.datasource.jdbc.url", database.jdbcUrl());
    set("quarkus.datasource.username", database.username());
    set("quarkus.datasource.password", database.password());
    set("storebridge.public-url", Ports.service());
    set("storebridge.allow-private-hosts", "true");
    set("storebridge.secrets", secrets().toString());
    set("storebridge.tiktok.api-url", tiktok.apiUrl());
    set("storebridge.tiktok.auth-url", tiktok.authUrl());
    set("storebridge.tiktok.apps.default.app-key", app.key());
    set("storebridge.tiktok.apps.default.app-secret", app.secret());
    set("storebridge.tiktok.apps.default.service-id", app.serviceId());
    set("storebridge.tiktok.apps.default.consent-url", tiktok.consentUrl());
  }

  private static void set(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }

  /** The demo tenants' secrets, which the simulators know too. */
  private static Path secrets() {
    try {
      Path folder = Files.createTempDirectory("storebridge-demo-secrets");
      Path demo = Files.createDirectory(folder.resolve("demo"));
      Files.writeString(demo.resolve("shopify-token"), DEMO_TOKEN);
      Files.writeString(demo.resolve("shopify-app-secret"), DEMO_SECRET);
      Path garden = Files.createDirectory(folder.resolve("demo-woo"));
      Files.writeString(garden.resolve("key"), WooCommerceSettings.DEMO_KEY.consumerKey());
      Files.writeString(garden.resolve("secret"), WooCommerceSettings.DEMO_KEY.consumerSecret());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
