package dev.storebridge.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storebridge.contract.OpenGuards;
import dev.storebridge.contract.SubscriptionsContractTest;
import dev.storebridge.contract.TokenRing;
import dev.storebridge.platform.Account;
import dev.storebridge.platform.Credentials.StoreAccess.KeyPair;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.platform.Subscription;
import dev.storebridge.platform.Subscriptions;
import dev.storebridge.resilience.HttpEgress;
import dev.storebridge.sandbox.woocommerce.Fault;
import dev.storebridge.sandbox.woocommerce.WooCommerceSandbox;
import dev.storebridge.sandbox.woocommerce.WooCommerceSettings;
import dev.storebridge.sandbox.woocommerce.webhook.Webhook;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** WooCommerce's webhooks keep every promise, also where requests have to be signed. */
class WooCommerceSubscriptionsTest extends SubscriptionsContractTest {

  private static final KeyPair KEYS =
      new KeyPair(
          new Secret(WooCommerceSettings.DEMO_KEY.consumerKey()),
          new Secret(WooCommerceSettings.DEMO_KEY.consumerSecret()));

  private final TokenRing ring = new TokenRing(KEYS);
  private WooCommerceSandbox sandbox;
  private Subscriptions subscriptions;

  @BeforeEach
  void start() {
    sandbox = WooCommerceSandbox.start(WooCommerceSettings.demo().withCatalogue(List.of()));
    subscriptions =
        new WooCommerceSubscriptions(
            new HttpEgress(true), new OpenGuards(), ring, Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Override
  protected Subscriptions subscriptions() {
    return subscriptions;
  }

  @Override
  protected Account account() {
    return new StoreAccount(
        "garden",
        "acme",
        Platform.WOOCOMMERCE,
        URI.create(sandbox.storeUrl()),
        new StoreAuth.Consent(),
        Limits.CHOSEN_BY_US);
  }

  @Override
  protected List<String> expectedTopics() {
    return List.of(
        "product.created",
        "product.updated",
        "product.deleted",
        "product.restored",
        "order.updated",
        "order.deleted");
  }

  @Override
  protected void forbid(String topic) {
    sandbox.switches().on(Fault.KEY_READ_ONLY);
  }

  @Test
  void aKeyThatMayOnlyReadStaysGoodForReading() {
    forbid("product.updated");
    assertThatThrownBy(() -> subscriptions.create(account(), "product.updated", HERE))
        .hasMessageContaining("read-only-key");
    assertThat(ring.refused()).isEmpty();
    assertThat(listed()).isEmpty();
  }

  @Test
  void theSecretIsOurs() {
    String id = subscriptions.create(account(), "product.updated", HERE);
    assertThat(webhook(id).secret()).isEqualTo(HERE.secret().orElseThrow().reveal());
    assertThat(webhook(id).name()).isEqualTo("Storebridge product.updated");
  }

  @Test
  void oneThatTheShopDisabledIsNotSoundUntilItIsChanged() {
    String id = subscriptions.create(account(), "product.updated", HERE);
    Webhook made = webhook(id);
    sandbox
        .webhooks()
        .put(
            new Webhook(
                made.id(),
                made.name(),
                "disabled",
                made.topic(),
                made.deliveryUrl(),
                made.secret(),
                made.created(),
                null,
                7));
    Subscription disabled = listed().getFirst();
    assertThat(disabled.sound()).isFalse();
    subscriptions.change(account(), disabled, HERE);
    assertThat(webhook(id).status()).isEqualTo("active");
    assertThat(listed().getFirst().sound()).isTrue();
  }

  private Webhook webhook(String id) {
    return sandbox.webhooks().find(Long.parseLong(id)).orElseThrow();
  }
}
