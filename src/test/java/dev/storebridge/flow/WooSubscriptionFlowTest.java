package dev.storebridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.connect.SubscriptionRounds;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.ShopWrites;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.given.WooPlatforms;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A WooCommerce shop tells of its changes by itself, signed with the secret that we gave it. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(WooPlatforms.class)
class WooSubscriptionFlowTest {

  @Inject SubscriptionRounds rounds;

  private final String shop = SandboxPlatforms.address(WooPlatforms.SHOP);
  private final Merchant merchant =
      new Merchant(SandboxPlatforms.address("storebridge.public-url"));
  private final ShopWrites writes =
      new ShopWrites(merchant, SandboxPlatforms.address(SandboxPlatforms.TIKTOK));

  @BeforeEach
  void theShopTellsUsAndTheCatalogueIsLive() {
    merchant.connect();
    merchant.importAll();
    within(30).untilAsserted(() -> assertThat(hooks()).hasSize(6));
    within(60)
        .untilAsserted(
            () ->
                assertThat(merchant.listings(""))
                    .extracting(listing -> listing.path("state").asText())
                    .containsOnly("live"));
  }

  @Test
  void aNewPriceIsOnePriceCallWithoutAnImport() {
    JsonNode product = product(3);
    Map<String, Long> before = writes.soFar();
    merchant.control("POST", shop + "/sandbox/products/" + id(product), "{\"price\":\"78.00\"}");
    within(20)
        .untilAsserted(() -> assertThat(offer(product).path("price").asText()).isEqualTo("85.80"));
    Map<String, Long> made = writes.since(before);
    assertThat(made).hasSize(1);
    assertThat(made.keySet().iterator().next()).contains("/prices/update");
  }

  @Test
  void whatTheShopDroppedIsRegisteredAgain() {
    for (JsonNode hook : hooks()) {
      merchant.control("DELETE", shop + "/sandbox/webhooks/" + hook.path("id").asText(), "");
    }
    rounds.want("testco-store");
    within(20).untilAsserted(() -> assertThat(hooks()).hasSize(6));
    assertThat(merchant.problems())
        .noneMatch(problem -> problem.path("kind").asText().equals("account"));
  }

  /** Those that send to this store's address: the shop of the test is connected by others too. */
  private List<JsonNode> hooks() {
    return merchant
        .control("GET", shop + "/sandbox/state", "")
        .path("webhooks")
        .valueStream()
        .filter(hook -> hook.path("deliveryUrl").asText().endsWith("/testco-store"))
        .toList();
  }

  private JsonNode product(int place) {
    return merchant
        .control("GET", shop + "/sandbox/products?limit=250", "")
        .path("items")
        .path(place);
  }

  private JsonNode offer(JsonNode product) {
    return merchant.listing(id(product)).path("offers").path(0);
  }

  private static String id(JsonNode product) {
    return product.path("id").asText();
  }

  private static ConditionFactory within(int seconds) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(100));
  }
}
