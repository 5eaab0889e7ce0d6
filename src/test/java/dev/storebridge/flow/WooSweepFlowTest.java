package dev.storebridge.flow;

import static dev.storebridge.given.Soon.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.OneShop;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.Rows;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.given.WooPlatforms;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every webhook of a WooCommerce shop gets lost, and TikTok Shop shows what it has nevertheless.
 */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(WooPlatforms.class)
class WooSweepFlowTest {

  @Inject DataSource database;

  private final OneShop shop = new OneShop(WooPlatforms.SHOP);

  @BeforeEach
  void theCatalogueIsLiveAndNobodyTellsUsAnything() throws SQLException {
    shop.openUntilAllIsOnSale();
    rows().awaitQuiet();
    rows().makeDue("STORE");
    rows().awaitQuiet();
    deliveries("{\"fault\":\"lose\"}");
  }

  @AfterEach
  void webhooksArriveAgain() {
    deliveries("{\"clear\":true}");
  }

  @Test
  void aPriceAndStockThatNobodyToldOfAreFoundByThePoll() throws SQLException {
    JsonNode product = shop.tracked(0);
    shop.platforms().edit(product, "{\"price\":\"43.00\"}");
    shop.stockEverywhere(product, 33);
    rows().awaitQuiet();
    assertThat(shop.price(product)).isNotEqualByComparingTo("47.30");
    rows().makeDue("STORE");
    within(20).untilAsserted(() -> assertThat(shop.price(product)).isEqualByComparingTo("47.30"));
    within(20)
        .untilAsserted(() -> assertThat(shown(product)).isEqualTo(33 - SandboxPlatforms.BUFFER));
  }

  @Test
  void aProductDeletedForGoodIsFoundInTheNight() throws SQLException {
    JsonNode product = shop.platforms().add("A jug deleted for good", "GONE-" + System.nanoTime());
    rows().makeDue("STORE");
    within(30).until(() -> state(product).equals("live"));
    shop.delete(product);
    rows().night();
    within(30).until(() -> state(product).equals("off"));
  }

  @Test
  void aShipmentThatNobodyToldOfIsFoundByThePoll() throws SQLException {
    String order = shop.buy(shop.tracked(1), 1, "sample");
    shop.tell("n" + order, order, "AWAITING_SHIPMENT");
    JsonNode placed = shop.awaitPlaced(order);
    rows().awaitQuiet();
    shop.inStore(
        "{\"act\":\"complete\",\"order\":\"%s\",\"company\":\"royal-mail\",\"number\":\"RM880000008GB\"}"
            .formatted(placed.path("id").asText()));
    rows().awaitQuiet();
    assertThat(shop.tracking(order)).containsExactly("");
    rows().makeDue("STORE");
    within(20)
        .untilAsserted(() -> assertThat(shop.tracking(order)).containsExactly("RM880000008GB"));
  }

  private void deliveries(String order) {
    for (String platform : new String[] {SandboxPlatforms.TIKTOK, WooPlatforms.SHOP}) {
      shop.merchant()
          .control("POST", SandboxPlatforms.address(platform) + "/sandbox/deliveries", order);
    }
  }

  private int shown(JsonNode product) {
    return shop.platforms()
        .shopProduct(product)
        .at("/skus/0/inventory")
        .valueStream()
        .mapToInt(one -> one.path("quantity").asInt())
        .sum();
  }

  private String state(JsonNode product) {
    return shop.merchant().listing(Platforms.id(product)).path("state").asText();
  }

  private Rows rows() {
    return new Rows(database);
  }
}
