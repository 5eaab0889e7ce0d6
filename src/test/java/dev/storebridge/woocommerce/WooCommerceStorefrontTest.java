package dev.storebridge.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Product;
import dev.storebridge.contract.OpenGuards;
import dev.storebridge.contract.StorefrontContractTest;
import dev.storebridge.contract.TokenRing;
import dev.storebridge.contract.TroubleServer;
import dev.storebridge.contract.TroubleServer.Reply;
import dev.storebridge.platform.Credentials.StoreAccess.KeyPair;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.platform.StoreProfile;
import dev.storebridge.platform.Storefront;
import dev.storebridge.resilience.HttpEgress;
import dev.storebridge.resilience.ParkedPauses;
import dev.storebridge.sandbox.woocommerce.Fault;
import dev.storebridge.sandbox.woocommerce.WooCommerceSandbox;
import dev.storebridge.sandbox.woocommerce.WooCommerceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The WooCommerce adapter keeps every promise of a storefront against the sandbox. */
class WooCommerceStorefrontTest extends StorefrontContractTest {

  private static final KeyPair KEYS =
      new KeyPair(
          new Secret(WooCommerceSettings.DEMO_KEY.consumerKey()),
          new Secret(WooCommerceSettings.DEMO_KEY.consumerSecret()));

  private static WooCommerceSandbox sandbox;

  private TroubleServer server;
  private Storefront storefront;

  @BeforeAll
  static void startSandbox() {
    sandbox = WooCommerceSandbox.start(WooCommerceSettings.demo());
  }

  @AfterAll
  static void stopSandbox() {
    sandbox.close();
  }

  @BeforeEach
  void startAdapter() {
    sandbox.switches().clear();
    try {
      server = TroubleServer.before(URI.create(sandbox.storeUrl()));
    } catch (IOException e) {
      throw new UncheckedIOException("loopback has a free port", e);
    }
    storefront =
        new WooCommerceStorefront(
            new HttpEgress(true),
            new OpenGuards(),
            new TokenRing(KEYS),
            new ParkedPauses(),
            Clock.systemUTC());
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void declaresNothingThatAShopCannotDo() {
    assertThat(storefront.capabilities()).isEmpty();
  }

  @Test
  void readsProductsThatAreNotPublishedTooForTheRulesToChooseFrom() {
    String id = expectedProductIds().iterator().next();
    sandbox.changeStatus(Long.parseLong(id), "draft");
    try {
      assertThat(catalogue())
          .filteredOn(product -> product.id().equals(id))
          .extracting(Product::status)
          .containsExactly("draft");
    } finally {
      sandbox.changeStatus(Long.parseLong(id), "publish");
    }
  }

  @Test
  void asksForNoMoreThanItReads() {
    List<Product> all = catalogue();
    assertThat(all).isNotEmpty();
    assertThat(server.received())
        .filteredOn(request -> request.uri().getPath().endsWith("/v3/products"))
        .allSatisfy(request -> assertThat(request.uri().getQuery()).contains("_fields=id,name"));
  }

  @Override
  protected Storefront storefront() {
    return storefront;
  }

  @Override
  protected StoreAccount store() {
    return new StoreAccount(
        "main",
        "acme",
        Platform.WOOCOMMERCE,
        server.uri(),
        new StoreAuth.RestKey(KEYS.key(), KEYS.secret()),
        Limits.CHOSEN_BY_US);
  }

  @Override
  protected TroubleServer server() {
    return server;
  }

  @Override
  protected StoreProfile expectedProfile() {
    return new StoreProfile(
        sandbox.home(),
        sandbox.settings().shop().name(),
        new CurrencyCode(sandbox.settings().shop().currency()));
  }

  @Override
  protected Set<String> expectedProductIds() {
    return sandbox.shelf().products().stream()
        .map(product -> Long.toString(product.id()))
        .collect(Collectors.toSet());
  }

  @Override
  protected Reply throttled() {
    return new Reply(
        429, Map.of("Content-Type", "text/html", "Retry-After", "20"), new byte[0], false);
  }

  @Override
  protected Reply unauthorised() {
    return Reply.json(
        401,
        """
        {"code":"woocommerce_rest_authentication_error","message":"Consumer key is invalid.",
         "data":{"status":401}}
        """);
  }

  @Override
  protected void changeTitle(String productId) {
    sandbox.changeTitle(Long.parseLong(productId), "Renamed " + productId);
  }

  @Override
  protected void repeatFirstPage() {
    sandbox.switches().on(Fault.REPEATED_PAGE);
  }

  @Override
  protected boolean renewsTokens() {
    return false;
  }
}
