package dev.storebridge.flow;

import static dev.storebridge.given.Soon.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.OneShop;
import dev.storebridge.given.Rows;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.given.WooPlatforms;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders of the simulated shop, and what the simulated WooCommerce store has of them then. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(WooPlatforms.class)
class WooOrderFlowTest {

  private static final AtomicBoolean OPEN = new AtomicBoolean();

  @Inject DataSource database;

  private final OneShop shop = new OneShop(WooPlatforms.SHOP);

  @BeforeEach
  void theShopShowsTheCatalogue() {
    if (OPEN.compareAndSet(false, true)) {
      shop.openUntilAllIsOnSale();
    }
    shop.platforms().heal();
  }

  @Test
  void anOrderOnHoldTakesItsGoodsAndIsHandedOnWhenItsHourEnds() throws SQLException {
    JsonNode product = shop.tracked(0);
    int before = shop.units(product);
    String order = shop.buy(product, 2, "paid");

    JsonNode held = shop.awaitPlaced(order);
    assertThat(held.path("status").asText()).isEqualTo("on-hold");
    assertThat(held.path("country").asText()).as("still masked").isEmpty();
    assertThat(shop.units(product)).isEqualTo(before - 2);
    rows().awaitQuiet();
    assertThat(shop.merchant().order(order).path("state").asText()).isEqualTo("reserved");

    shop.act(order, "release");

    within(20)
        .until(
            () -> shop.storeOrders(order).getFirst().path("status").asText().equals("processing"));
    JsonNode released = shop.storeOrders(order).getFirst();
    BigDecimal total =
        shop.price(product).multiply(BigDecimal.valueOf(2)).add(new BigDecimal("3.99"));
    assertThat(new BigDecimal(released.path("total").asText())).isEqualByComparingTo(total);
    assertThat(released.path("country").asText()).isEqualTo("GB");
    assertThat(shop.units(product)).isEqualTo(before - 2);
    rows().awaitQuiet();
    assertThat(shop.merchant().order(order).path("state").asText()).isEqualTo("imported");
    assertThat(shop.merchant().order(order).path("problem").isNull()).isTrue();
  }

  @Test
  void anOrderThatIsCancelledWithinItsHourGivesItsGoodsBackOnce() throws SQLException {
    JsonNode product = shop.tracked(1);
    int before = shop.units(product);
    String order = shop.buy(product, 1, "paid");
    shop.awaitPlaced(order);
    rows().awaitQuiet();
    shop.act(order, "cancel");
    within(20)
        .until(
            () -> shop.storeOrders(order).getFirst().path("status").asText().equals("cancelled"));
    rows().awaitQuiet();
    assertThat(shop.units(product)).isEqualTo(before);
    assertThat(shop.merchant().order(order).path("state").asText()).isEqualTo("cancelled");
    shop.tell("again" + order, order, "CANCEL");
    rows().awaitQuiet();
    assertThat(shop.units(product)).isEqualTo(before);
  }

  @Test
  void anAnswerThatIsLostAfterTheOrderWasPlacedDoesNotPlaceItAgain() throws SQLException {
    JsonNode product = shop.tracked(2);
    int before = shop.units(product);
    shop.platforms()
        .troubleStore(
            "{\"fault\":\"done_but_server_error\",\"times\":1,\"operation\":\"POST /orders\"}");
    String order = shop.buy(product, 1, "paid");
    within(40).until(() -> shop.merchant().order(order).path("state").asText().equals("reserved"));
    assertThat(shop.storeOrders(order)).hasSize(1);
    assertThat(shop.units(product)).isEqualTo(before - 1);
  }

  @Test
  void aSampleIsPlacedFreeOfCharge() throws SQLException {
    String order = shop.buy(shop.tracked(3), 1, "sample");
    JsonNode placed = shop.awaitPlaced(order);
    assertThat(new BigDecimal(placed.path("total").asText())).isEqualByComparingTo("0");
    within(20).until(() -> shop.merchant().order(order).path("state").asText().equals("imported"));
  }

  @Test
  void aCompletedOrderWithATrackingNumberIsToldToTikTok() throws SQLException {
    String order = shop.buy(shop.tracked(4), 2, "sample");
    JsonNode placed = shop.awaitPlaced(order);
    rows().awaitQuiet();
    shop.inStore(
        "{\"act\":\"complete\",\"order\":\"%s\",\"company\":\"royal-mail\",\"number\":\"RM900000009GB\"}"
            .formatted(placed.path("id").asText()));
    within(20)
        .untilAsserted(
            () ->
                assertThat(shop.tracking(order)).containsExactly("RM900000009GB", "RM900000009GB"));
    within(20).until(() -> shop.merchant().order(order).path("state").asText().equals("fulfilled"));
  }

  @Test
  void aCompletedOrderWithoutATrackingNumberIsAProblemUntilItHasOne() throws SQLException {
    String order = shop.buy(shop.tracked(5), 1, "sample");
    JsonNode placed = shop.awaitPlaced(order);
    rows().awaitQuiet();
    shop.inStore("{\"act\":\"complete\",\"order\":\"%s\"}".formatted(placed.path("id").asText()));
    shop.platforms().awaitProblem("order", "no-tracking-number");
    assertThat(shop.tracking(order)).containsExactly("");
    shop.inStore(
        "{\"act\":\"complete\",\"order\":\"%s\",\"company\":\"DPD UK\",\"number\":\"DP700000007GB\"}"
            .formatted(placed.path("id").asText()));
    within(20).until(() -> shop.merchant().order(order).path("problem").isNull());
    assertThat(shop.tracking(order)).containsExactly("DP700000007GB");
  }

  @Test
  void whatTikTokSendsWithItsOwnLabelCompletesTheOrder() throws SQLException {
    String order = shop.buyWithLabel(shop.tracked(4), 1);
    shop.awaitPlaced(order);
    rows().awaitQuiet();
    shop.act(order, "ship");
    within(20)
        .until(
            () -> shop.storeOrders(order).getFirst().path("status").asText().equals("completed"));
    rows().awaitQuiet();
    assertThat(shop.merchant().order(order).path("problem").isNull()).isTrue();
  }

  private Rows rows() {
    return new Rows(database);
  }
}
