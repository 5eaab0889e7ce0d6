package dev.storebridge.flow;

import static dev.storebridge.given.Soon.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.OneShop;
import dev.storebridge.given.Rows;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Goods that leave the simulated Shopify store, and those that TikTok Shop sends itself. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class FulfilmentFlowTest {

  private static final AtomicBoolean OPEN = new AtomicBoolean();

  @Inject DataSource database;

  private final OneShop shop = new OneShop(SandboxPlatforms.SHOPIFY);

  @BeforeEach
  void theShopShowsTheCatalogue() {
    if (OPEN.compareAndSet(false, true)) {
      shop.openUntilAllIsOnSale();
    }
    shop.platforms().heal();
  }

  @Test
  void whatTheStoreSendsIsToldToTikTokParcelByParcel() throws SQLException {
    String order = shop.buy(shop.tracked(8), 3, "paid");
    shop.act(order, "release");
    JsonNode placed = shop.awaitPlaced(order);
    rows().awaitQuiet();

    ship(placed, 1, "Royal Mail", "RM100000001GB");

    within(20)
        .untilAsserted(
            () ->
                assertThat(shop.tracking(order))
                    .containsExactlyInAnyOrder("RM100000001GB", "", ""));
    assertThat(shop.shopOrder(order).path("status").asText()).isEqualTo("PARTIALLY_SHIPPING");
    rows().awaitQuiet();
    assertThat(shop.merchant().order(order).path("state").asText())
        .isEqualTo("partially-fulfilled");

    ship(placed, 2, "evri", "EV200000002GB");

    within(20)
        .untilAsserted(
            () ->
                assertThat(shop.tracking(order))
                    .containsExactlyInAnyOrder("RM100000001GB", "EV200000002GB", "EV200000002GB"));
    within(20).until(() -> shop.merchant().order(order).path("state").asText().equals("fulfilled"));
    rows().awaitQuiet();
    assertThat(shop.merchant().order(order).path("problem").isNull()).isTrue();
  }

  @Test
  void aCarrierThatTikTokDoesNotKnowIsAProblemThatNamesTheRuleUntilItIsMended()
      throws SQLException {
    String order = shop.buy(shop.tracked(9), 1, "sample");
    JsonNode placed = shop.awaitPlaced(order);
    rows().awaitQuiet();
    ship(placed, 1, "Pigeon Post", "PP300000003GB");
    JsonNode problem = shop.platforms().awaitProblem("order", "unknown-carrier");
    assertThat(problem.path("cause").asText()).contains("Pigeon Post");
    assertThat(problem.path("field").asText()).isEqualTo("fulfilment.carriers");
    assertThat(shop.tracking(order)).containsExactly("");
    String parcel = shop.storeOrders(order).getFirst().path("parcels").path(0).path("id").asText();
    shop.inStore(
        "{\"act\":\"track\",\"parcel\":\"%s\",\"company\":\"Royal Mail\",\"number\":\"PP300000003GB\"}"
            .formatted(parcel));
    within(20).until(() -> shop.merchant().order(order).path("problem").isNull());
    assertThat(shop.tracking(order)).containsExactly("PP300000003GB");
  }

  @Test
  void aShipmentWhoseAnswerIsLostIsToldOnce() throws SQLException {
    String order = shop.buy(shop.tracked(10), 1, "sample");
    JsonNode placed = shop.awaitPlaced(order);
    rows().awaitQuiet();
    shop.platforms()
        .troubleTikTok(
            "{\"kind\":\"done-but-500\",\"count\":1,\"endpoint\":\"POST /fulfillment/202309/orders/{order_id}/packages\"}");
    ship(placed, 1, "DPD UK", "DP400000004GB");
    within(30)
        .until(
            () ->
                !rows().query("select told_at from shipment where order_id = ?", order).isEmpty());
    rows().awaitQuiet();
    assertThat(shop.tracking(order)).containsExactly("DP400000004GB");
    assertThat(shop.merchant().order(order).path("problem").isNull()).isTrue();
  }

  @Test
  void whatTikTokSendsWithItsOwnLabelIsFulfilledInTheStoreOnce() throws SQLException {
    String order = shop.buyWithLabel(shop.tracked(7), 2);
    shop.awaitPlaced(order);
    rows().awaitQuiet();
    shop.act(order, "ship");
    within(20)
        .until(
            () ->
                shop.storeOrders(order)
                    .getFirst()
                    .path("fulfilmentStatus")
                    .asText()
                    .equals("FULFILLED"));
    shop.act(order, "next");
    shop.act(order, "next");
    within(20).until(() -> shop.merchant().order(order).path("state").asText().equals("delivered"));
    rows().awaitQuiet();
    assertThat(shop.storeOrders(order).getFirst().path("parcels")).hasSize(1);
    assertThat(shop.merchant().order(order).path("problem").isNull()).isTrue();
  }

  @Test
  void anOrderThatHasToLeaveSoonIsToldOfUntilItLeft() {
    String order = shop.buy(shop.tracked(6), 1, "sample");
    JsonNode placed = shop.awaitPlaced(order);
    assertThat(shop.merchant().order(order).path("problem").isNull()).isTrue();
    shop.act(order, "hurry", ",\"minutes\":90");
    JsonNode problem = shop.platforms().awaitProblem("order", "ship-by-soon");
    assertThat(problem.path("ref").asText()).isEqualTo(order);
    ship(placed, 1, "Royal Mail", "RM660000006GB");
    within(20).until(() -> shop.merchant().order(order).path("problem").isNull());
    assertThat(shop.tracking(order)).containsExactly("RM660000006GB");
  }

  private void ship(JsonNode placed, int units, String carrier, String number) {
    String line = placed.path("lines").path(0).path("id").asText();
    shop.inStore(
        "{\"act\":\"ship\",\"order\":\"%s\",\"units\":{\"%s\":%d},\"company\":\"%s\",\"number\":\"%s\"}"
            .formatted(placed.path("id").asText(), line, units, carrier, number));
  }

  private Rows rows() {
    return new Rows(database);
  }
}
