package dev.storebridge.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.Product;
import dev.storebridge.contract.TokenRing;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Credentials.StoreAccess.KeyPair;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.sandbox.catalogue.LargeCatalogue;
import dev.storebridge.sandbox.woocommerce.WooCommerceSandbox;
import dev.storebridge.sandbox.woocommerce.WooCommerceSettings;
import dev.storebridge.woocommerce.WooCommerceStorefront;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A WooCommerce shop that answers in three seconds, read by the real adapter behind the real guard.
 * The guard's clock runs a hundred times as fast as ours.
 */
class SlowShopTest {

  private static final int HASTE = 100;
  private static final Duration THREE_SECONDS = Duration.ofSeconds(3).dividedBy(HASTE);

  /** Each ten slow answers take one away, down to one. */
  private static final int UNTIL_ALONE = 40;

  private final WooCommerceSandbox sandbox =
      WooCommerceSandbox.start(
          WooCommerceSettings.demo()
              .withCatalogue(LargeCatalogue.of(1_500, 2))
              .withLatency(THREE_SECONDS));
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<Integer> underWay = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void isAskedForLessAtATimeUntilRequestsTravelAlone() {
    List<Product> read = new ArrayList<>();
    storefront().readCatalogue(store(), Set.of(), read::addAll);
    assertThat(read).hasSize(1_500);
    assertThat(underWay).hasSizeGreaterThan(UNTIL_ALONE).allMatch(count -> count <= 4);
    assertThat(underWay.subList(0, UNTIL_ALONE)).anyMatch(count -> count > 1);
    assertThat(underWay.subList(UNTIL_ALONE, underWay.size())).containsOnly(1);
    assertThat(registry.get("storebridge.calls").counters())
        .as("no call timed out or was repeated")
        .allMatch(counter -> "ok".equals(counter.getId().getTag("outcome")));
  }

  private WooCommerceStorefront storefront() {
    AccountGuards guards =
        new AccountGuards(
            (account, day, wanted, limit) -> wanted,
            (account, group, rejected) -> {},
            registry,
            new AccountGuards.Time(
                Clock.systemUTC(), () -> HASTE * System.nanoTime(), Duration.ofSeconds(10)));
    return new WooCommerceStorefront(
        new Counting(new HttpEgress(true)),
        guards,
        new TokenRing(
            new KeyPair(
                new Secret(WooCommerceSettings.DEMO_KEY.consumerKey()),
                new Secret(WooCommerceSettings.DEMO_KEY.consumerSecret()))),
        new ParkedPauses(),
        Clock.systemUTC());
  }

  private StoreAccount store() {
    return new StoreAccount(
        "main",
        "acme",
        Platform.WOOCOMMERCE,
        URI.create(sandbox.storeUrl()),
        new StoreAuth.RestKey(new Secret("ck_file"), new Secret("cs_file")),
        Limits.CHOSEN_BY_US);
  }

  /** Notes for each request how many travel, itself included. */
  private final class Counting implements Egress {

    private final Egress egress;
    private final AtomicInteger now = new AtomicInteger();

    private Counting(Egress egress) {
      this.egress = egress;
    }

    @Override
    public Answer send(AccountId account, HttpRequest request, int maxBytes) {
      underWay.add(now.incrementAndGet());
      try {
        return egress.send(account, request, maxBytes);
      } finally {
        now.decrementAndGet();
      }
    }

    @Override
    public void stream(AccountId account, HttpRequest request, long maxBytes, AnswerReader reader) {
      egress.stream(account, request, maxBytes, reader);
    }
  }
}
