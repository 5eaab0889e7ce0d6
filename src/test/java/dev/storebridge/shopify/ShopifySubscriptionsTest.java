package dev.storebridge.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.contract.OpenGuards;
import dev.storebridge.contract.SubscriptionsContractTest;
import dev.storebridge.contract.TokenRing;
import dev.storebridge.platform.Account;
import dev.storebridge.platform.Credentials.StoreAccess;
import dev.storebridge.platform.Destination;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.platform.Subscription;
import dev.storebridge.platform.Subscriptions;
import dev.storebridge.resilience.HttpEgress;
import dev.storebridge.sandbox.shopify.ShopifySandbox;
import dev.storebridge.sandbox.shopify.ShopifySettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shopify's subscriptions keep every promise, and carry nobody's name or address. */
class ShopifySubscriptionsTest extends SubscriptionsContractTest {

  private static final String FULL = "shpat_full";
  private static final String POOR = "shpat_poor";

  private ShopifySandbox sandbox;
  private Subscriptions subscriptions;

  @BeforeEach
  void start() {
    sandbox =
        ShopifySandbox.start(
            ShopifySettings.demo().withTokens(FULL).withoutLimits().sendingWebhooks("shpss_hook"));
    sandbox.addToken(POOR, Set.of("read_locations"));
    subscriptions = withToken(FULL);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private static Subscriptions withToken(String token) {
    return new ShopifySubscriptions(
        Quarterly.of("2026-10"),
        new HttpEgress(true),
        new OpenGuards(),
        new TokenRing(new StoreAccess.Token(new Secret(token))));
  }

  @Override
  protected Subscriptions subscriptions() {
    return subscriptions;
  }

  @Override
  protected Account account() {
    return new StoreAccount(
        "main",
        "acme",
        Platform.SHOPIFY,
        URI.create(sandbox.storeUrl()),
        new StoreAuth.Consent(),
        Limits.CHOSEN_BY_US);
  }

  @Override
  protected List<String> expectedTopics() {
    return List.of(
        "products/create",
        "products/update",
        "products/delete",
        "inventory_levels/update",
        "orders/cancelled",
        "fulfillments/create",
        "fulfillments/update",
        "refunds/create",
        "app/uninstalled");
  }

  @Override
  protected void forbid(String topic) {
    subscriptions = withToken(POOR);
  }

  @Test
  void eachIsNarrowedToIdsAndTheTimeOfTheChange() {
    subscriptions.topics().forEach(topic -> subscriptions.create(account(), topic, HERE));
    assertThat(sandbox.subscriptions().all())
        .allSatisfy(
            one ->
                assertThat(one.includeFields())
                    .isNotEmpty()
                    .isSubsetOf(
                        "id",
                        "order_id",
                        "inventory_item_id",
                        "location_id",
                        "available",
                        "updated_at",
                        "myshopify_domain"));
  }

  @Test
  void oneThatCarriesMoreIsNotSoundUntilItIsChanged() {
    subscriptions.create(account(), "products/update", HERE);
    var made = sandbox.subscriptions().all().getFirst();
    sandbox
        .subscriptions()
        .put(
            new dev.storebridge.sandbox.shopify.webhook.Subscription(
                made.id(),
                made.app(),
                made.topic(),
                made.uri(),
                made.format(),
                null,
                List.of(),
                List.of(),
                null,
                made.createdAt(),
                made.updatedAt(),
                0));
    Subscription wide = listed().getFirst();
    assertThat(wide.sound()).isFalse();
    subscriptions.change(account(), wide, HERE);
    assertThat(listed().getFirst().sound()).isTrue();
  }

  @Test
  void anAddressThatShopifyDoesNotTakeIsExplained() {
    Destination odd = new Destination(URI.create("ftp://hooks.example"), Optional.empty());
    PlatformException refusal =
        Assertions.catchThrowableOfType(
            PlatformException.class, () -> subscriptions.create(account(), "products/update", odd));
    assertThat(refusal.failure()).isEqualTo(Failure.MERCHANT_FIX);
    assertThat(refusal.explanation().message()).contains("is not supported");
    assertThat(refusal.explanation().fix()).contains("storebridge.public-url");
  }
}
