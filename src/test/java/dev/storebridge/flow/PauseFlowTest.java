package dev.storebridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.ShopWrites;
import dev.storebridge.given.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A paused connection sends nothing, and catches up when it goes on. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class PauseFlowTest {

  private static final String PATH = "/api/connections/" + Merchant.CONNECTION;

  private final Merchant merchant =
      new Merchant(SandboxPlatforms.address("storebridge.public-url"));
  private final String tiktok = SandboxPlatforms.address(SandboxPlatforms.TIKTOK);
  private final Platforms platforms =
      new Platforms(merchant, tiktok, SandboxPlatforms.address(SandboxPlatforms.SHOPIFY));
  private final ShopWrites writes = new ShopWrites(merchant, tiktok);

  @BeforeEach
  void theCatalogueIsLive() {
    platforms.heal();
    merchant.connect();
    merchant.importAll();
    platforms.awaitAllLiveOnce();
  }

  @AfterEach
  void goesOn() {
    merchant.post(PATH + "/resume");
  }

  @Test
  void whatChangesDuringAPauseReachesTheShopAfterIt() {
    assertThat(merchant.post(PATH + "/pause").path("paused").asBoolean()).isTrue();
    Map<String, Long> before = writes.soFar();
    JsonNode product = platforms.storeProducts().get(20);
    platforms.edit(product, "{\"price\":\"70.00\"}");
    JsonNode added = platforms.add("A bowl of the pause", "PAUSE-1");
    awaitToldOf(product);
    awaitToldOf(added);
    within(20).until(() -> merchant.get(PATH).path("counts").path("due").asLong() == 0);
    assertThat(writes.since(before)).isEmpty();

    assertThat(merchant.post(PATH + "/resume").path("paused").asBoolean()).isFalse();
    within(20).untilAsserted(() -> assertThat(price(product)).isEqualTo("77.00"));
    assertThat(merchant.awaitImport().path("failed").asInt()).isZero();
    platforms.awaitAllLiveOnce();
  }

  @Test
  void anImportIsRefusedWhilePausedAndSaysWhatToDo() {
    merchant.post(PATH + "/pause");
    assertThatThrownBy(() -> merchant.post(PATH + "/import"))
        .hasMessageContaining("409")
        .hasMessageContaining("/resume");
  }

  @Test
  void goingOnWithoutAPauseChangesNothing() {
    JsonNode run = merchant.get(PATH + "/import");
    merchant.post(PATH + "/resume");
    assertThat(merchant.get(PATH + "/import").path("startedAt")).isEqualTo(run.path("startedAt"));
  }

  private void awaitToldOf(JsonNode product) {
    within(20)
        .untilAsserted(
            () ->
                assertThat(merchant.get(PATH + "/signals?limit=50").path("items"))
                    .anyMatch(
                        signal -> signal.path("refs").toString().contains(Platforms.id(product))));
  }

  private String price(JsonNode product) {
    return merchant.listing(Platforms.id(product)).path("offers").path(0).path("price").asText();
  }

  private static ConditionFactory within(int seconds) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(100));
  }
}
