package dev.storebridge.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Product;
import dev.storebridge.contract.OpenGuards;
import dev.storebridge.contract.StorefrontContractTest;
import dev.storebridge.contract.TokenRing;
import dev.storebridge.contract.TroubleServer;
import dev.storebridge.contract.TroubleServer.Reply;
import dev.storebridge.platform.Credentials.StoreAccess;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.platform.StoreProfile;
import dev.storebridge.platform.Storefront;
import dev.storebridge.resilience.GuardedCall;
import dev.storebridge.resilience.HttpEgress;
import dev.storebridge.resilience.ParkedPauses;
import dev.storebridge.sandbox.catalogue.CatalogueProduct;
import dev.storebridge.sandbox.catalogue.DemoCatalogue;
import dev.storebridge.sandbox.catalogue.LargeCatalogue;
import dev.storebridge.sandbox.shopify.Fault;
import dev.storebridge.sandbox.shopify.ShopifySandbox;
import dev.storebridge.sandbox.shopify.ShopifySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Shopify adapter keeps every promise of a storefront against the sandbox. */
class ShopifyStorefrontTest extends StorefrontContractTest {

  private static final Secret FIRST = new Secret("shpat_first");
  private static final Secret SECOND = new Secret("shpat_second");

  private static ShopifySandbox sandbox;

  private TroubleServer server;
  private final OpenGuards guards = new OpenGuards();
  private Storefront storefront;

  @BeforeAll
  static void startSandbox() {
    sandbox = ShopifySandbox.start(settings());
  }

  private static ShopifySettings settings() {
    return ShopifySettings.demo().withTokens(FIRST.reveal(), SECOND.reveal()).withoutLimits();
  }

  @AfterAll
  static void stopSandbox() {
    sandbox.close();
  }

  @BeforeEach
  void startAdapter() {
    sandbox.switches().clear();
    server = before(sandbox);
    storefront =
        new ShopifyStorefront(
            Quarterly.of("2026-10"),
            new HttpEgress(true),
            guards,
            new TokenRing(new StoreAccess.Token(FIRST), new StoreAccess.Token(SECOND)),
            new ParkedPauses());
  }

  private static TroubleServer before(ShopifySandbox shopify) {
    try {
      return TroubleServer.before(URI.create(shopify.storeUrl()));
    } catch (IOException e) {
      throw new UncheckedIOException("loopback has a free port", e);
    }
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void readsTheSameFromAnExportAsByIds() {
    List<CatalogueProduct> many = new ArrayList<>(LargeCatalogue.of(240, 2));
    many.addAll(DemoCatalogue.products());
    try (ShopifySandbox large =
        ShopifySandbox.start(settings().withCatalogue(many).withBulkDelay(Duration.ZERO))) {
      server.close();
      server = before(large);
      List<Product> exported = catalogue();
      assertThat(large.calls().counts()).containsKey("BulkRun").doesNotContainKey("Products");
      List<String> ids = exported.stream().map(Product::id).toList();
      assertThat(ids).hasSize(many.size());
      assertThat(exported)
          .containsExactlyInAnyOrderElementsOf(storefront.products(store(), ids, Set.of()));
    }
  }

  @Test
  void tellsTheGuardTheBucketOfEveryAnswer() {
    catalogue();
    assertThat(guards.calls())
        .extracting(GuardedCall::cost)
        .contains((double) ShopifyDocument.products(List.of()).cost());
    assertThat(guards.budgets()).hasSameSizeAs(guards.calls());
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
        Platform.SHOPIFY,
        server.uri(),
        new StoreAuth.PastedToken(FIRST, new Secret("webhooks")),
        Limits.CHOSEN_BY_US);
  }

  @Override
  protected TroubleServer server() {
    return server;
  }

  @Override
  protected StoreProfile expectedProfile() {
    ShopifySettings.Shop shop = sandbox.settings().shop();
    return new StoreProfile(shop.domain(), shop.name(), new CurrencyCode(shop.currency()));
  }

  @Override
  protected Set<String> expectedProductIds() {
    return sandbox.shelf().products().stream()
        .map(product -> Long.toString(product.id()))
        .collect(Collectors.toSet());
  }

  @Override
  protected Reply throttled() {
    return Reply.json(
        200,
        """
        {"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],
         "extensions":{"cost":{"requestedQueryCost":300,"actualQueryCost":null,
           "throttleStatus":{"maximumAvailable":2000,"currentlyAvailable":10,"restoreRate":100}}}}
        """);
  }

  @Override
  protected Reply unauthorised() {
    return Reply.json(401, "{\"errors\":\"[API] Invalid API key or access token\"}");
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
    return true;
  }
}
