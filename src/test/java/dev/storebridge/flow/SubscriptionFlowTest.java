package dev.storebridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.connect.SubscriptionRounds;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The store tells of its changes by itself: from an edit to the listing without an import. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class SubscriptionFlowTest {

  @Inject SubscriptionRounds rounds;

  private final Merchant merchant =
      new Merchant(SandboxPlatforms.address("storebridge.public-url"));
  private final String shopify = SandboxPlatforms.address(SandboxPlatforms.SHOPIFY);
  private final Platforms platforms =
      new Platforms(merchant, SandboxPlatforms.address(SandboxPlatforms.TIKTOK), shopify);

  @BeforeEach
  void bothSidesAreSubscribedToAndTheCatalogueIsListed() {
    merchant.connect();
    merchant.importAll();
    within(30)
        .untilAsserted(
            () ->
                assertThat(subscriptions().findValuesAsText("state"))
                    .hasSize(23)
                    .containsOnly("active"));
  }

  @Test
  void aNewPriceReachesTheListingByTheStoresOwnWebhook() {
    JsonNode product = platforms.storeProducts().get(10);
    platforms.edit(product, "{\"price\":\"62.00\"}");
    within(20)
        .untilAsserted(
            () ->
                assertThat(
                        merchant
                            .listing(Platforms.id(product))
                            .path("offers")
                            .path(0)
                            .path("price")
                            .asText())
                    .isEqualTo("68.20"));
  }

  @Test
  void whatThePlatformDroppedIsRegisteredAgain() {
    JsonNode before = hooks();
    assertThat(before.size()).isEqualTo(9);
    for (JsonNode hook : before) {
      merchant.control("DELETE", shopify + "/sandbox/webhooks/" + hook.path("id").asText(), "");
    }
    assertThat(hooks().size()).isZero();
    rounds.want("testco-store");
    within(20).untilAsserted(() -> assertThat(hooks().size()).isEqualTo(9));
  }

  private JsonNode hooks() {
    return merchant.control("GET", shopify + "/sandbox/webhooks", "").path("items");
  }

  private JsonNode subscriptions() {
    return merchant
        .get("/api/connections/" + Merchant.CONNECTION + "/subscriptions?limit=100")
        .path("items");
  }

  private static ConditionFactory within(int seconds) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(100));
  }
}
