package dev.storebridge.given;

import dev.storebridge.sandbox.woocommerce.WooCommerceSandbox;
import dev.storebridge.sandbox.woocommerce.WooCommerceSettings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The platforms with a WooCommerce shop in the place of the Shopify store: the tenant's store has a
 * key in its file, that of a second tenant waits for one to be handed over.
 */
public final class WooPlatforms implements QuarkusTestResourceLifecycleManager {

  /** Where tests find the shop's control page. */
  public static final String SHOP = "test.sandbox.woocommerce";

  /** The second tenant's connection, whose shop hands its key over. */
  public static final String HANDED_OVER = "handco-uk";

  private static final String FILE =
      """
      tenant: testco
      name: Test Company
      stores:
        - id: testco-store
          platform: woocommerce
          url: %s
          auth: { key: "file:key", secret: "file:secret" }
          limits: { concurrent: %d }
      connections:
        - id: testco-uk
          store: testco-store
          shop: { id: "7495000000000000001", region: GB, limits: { requests-per-second: 500, concurrent: 16 } }
          listings:
            category: { default: "601226" }
            package: %s
          prices: { percent: "10" }
          inventory: { buffer: 2 }
          aftersale: { refunds: both }
      """;

  private static final String HANDED_OVER_FILE =
      """
      tenant: handco
      name: Hand Company
      stores:
        - id: handco-store
          platform: woocommerce
          url: %s
          auth: { oauth: true }
      connections:
        - id: handco-uk
          store: handco-store
          shop: { region: GB }
          listings:
            category: { default: "601226" }
      """;

  /** Argument of the resource: the connection's package rules instead of the usual ones. */
  public static final String PACKAGE = "package";

  private static final String USUAL_PACKAGE = "{ default-weight: 0.5 kg, dimensions: 20x15x10 cm }";
  private static final int USUAL_CONCURRENCY = 4;

  private final SandboxPlatforms others;
  private final UnaryOperator<WooCommerceSettings> settings;
  private final int concurrent;
  private WooCommerceSandbox shop;
  private String packaging = USUAL_PACKAGE;

  @Override
  public void init(Map<String, String> arguments) {
    packaging = arguments.getOrDefault(PACKAGE, USUAL_PACKAGE);
  }

  /** Without latency. */
  public WooPlatforms() {
    this(new SandboxPlatforms(), UnaryOperator.identity(), USUAL_CONCURRENCY);
  }

  /**
   * A shop of another kind.
   *
   * @param others the platforms beside it
   * @param concurrent what the tenant file allows the store at a time
   */
  public WooPlatforms(
      SandboxPlatforms others, UnaryOperator<WooCommerceSettings> settings, int concurrent) {
    this.others = others;
    this.settings = settings;
    this.concurrent = concurrent;
  }

  @Override
  public Map<String, String> start() {
    WooCommerceSettings demo = WooCommerceSettings.demo();
    shop =
        WooCommerceSandbox.start(
            settings.apply(
                demo.withSite(demo.site().reachingPrivateAddresses())
                    .withWebhookDelay(Duration.ofMillis(100))));
    Map<String, String> config = new HashMap<>(others.start());
    config.put(SHOP, shop.storeUrl());
    config.put("storebridge.woocommerce.write-horizon", "2s");
    try {
      write(Path.of(config.get("storebridge.tenants")), Path.of(config.get("storebridge.secrets")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return config;
  }

  private void write(Path tenants, Path secrets) throws IOException {
    Path own = secrets.resolve("testco");
    Files.writeString(own.resolve("key"), WooCommerceSettings.DEMO_KEY.consumerKey());
    Files.writeString(own.resolve("secret"), WooCommerceSettings.DEMO_KEY.consumerSecret());
    Files.writeString(
        tenants.resolve("testco.yaml"), FILE.formatted(shop.storeUrl(), concurrent, packaging));
    Files.writeString(tenants.resolve("handco.yaml"), HANDED_OVER_FILE.formatted(shop.storeUrl()));
  }

  @Override
  public void stop() {
    others.stop();
    shop.close();
  }
}
