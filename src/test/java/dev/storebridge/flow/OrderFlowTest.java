package dev.storebridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.OneShop;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.Rows;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders of the simulated shop, and what the simulated Shopify store has of them then. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class OrderFlowTest {

  private static final AtomicBoolean OPEN = new AtomicBoolean();

  @Inject DataSource database;

  private final OneShop shop = new OneShop(SandboxPlatforms.SHOPIFY);

  @BeforeEach
  void theShopShowsTheCatalogue() {
    if (OPEN.compareAndSet(false, true)) {
      shop.open();
      within(60)
          .untilAsserted(
              () ->
                  assertThat(shop.platforms().shopProducts())
                      .allMatch(listing -> listing.path("status").asText().equals("ACTIVATE")));
    }
    shop.platforms().heal();
  }

  @Test
  void aReleasedOrderBecomesOneOrderOfTheStoreToTheCent() throws SQLException {
    JsonNode product = tracked(0);
    int before = units(product);
    String order = shop.buy(product, 2, "paid");
    rows().awaitQuiet();
    assertThat(shop.storeOrders(order)).as("the buyer may still cancel").isEmpty();
    assertThat(shop.merchant().order(order).path("state").asText()).isEqualTo("waiting");

    shop.act(order, "release");

    JsonNode placed = awaitPlaced(order);
    BigDecimal total =
        shop.price(product).multiply(BigDecimal.valueOf(2)).add(new BigDecimal("3.99"));
    assertThat(new BigDecimal(placed.path("total").asText())).isEqualByComparingTo(total);
    assertThat(placed.path("financialStatus").asText()).isEqualTo("PAID");
    assertThat(placed.path("tags").toString()).contains("tiktok-" + order);
    assertThat(placed.path("lines")).hasSize(1);
    assertThat(placed.path("lines").path(0).path("quantity").asInt()).isEqualTo(2);
    assertThat(placed.path("lines").path(0).path("open").asInt()).isEqualTo(2);
    assertThat(units(product)).isEqualTo(before - 2);
    rows().awaitQuiet();
    JsonNode shown = shop.merchant().order(order);
    assertThat(shown.path("state").asText()).isEqualTo("imported");
    assertThat(shown.path("storeOrderId").asText()).isEqualTo(placed.path("id").asText());
    assertThat(shown.path("storeTotal").asText()).isEqualTo(shown.path("expectedTotal").asText());
    assertThat(shown.path("problem").isNull()).isTrue();
    assertThat(rows().query("select state from stock_hold where order_id = ?", order))
        .as("the store knows of it")
        .isEqualTo("2");
    assertThat(rows().query("select told from order_link where order_id = ?", order))
        .isEqualTo("1");
  }

  @Test
  void aWebhookThatComesAgainPlacesNothing() throws SQLException {
    String order = shop.buy(tracked(1), 1, "paid");
    shop.act(order, "release");
    awaitPlaced(order);
    for (String notification : new String[] {"a" + order, "a" + order, "b" + order}) {
      assertThat(shop.tell(notification, order, "AWAITING_SHIPMENT")).isEqualTo(200);
    }
    rows().awaitQuiet();
    assertThat(shop.storeOrders(order)).hasSize(1);
  }

  @Test
  void anAnswerThatIsLostAfterTheOrderWasPlacedDoesNotPlaceItAgain() throws SQLException {
    JsonNode product = tracked(2);
    String order = shop.buy(product, 1, "paid");
    rows().awaitQuiet();
    shop.platforms()
        .troubleStore(
            "{\"fault\":\"done_but_server_error\",\"times\":1,\"operation\":\"OrderCreate\"}");
    shop.act(order, "release");
    within(20).until(() -> shop.merchant().order(order).path("state").asText().equals("creating"));
    within(30).until(() -> shop.merchant().order(order).path("state").asText().equals("imported"));
    rows().awaitQuiet();
    assertThat(shop.storeOrders(order)).hasSize(1);
    assertThat(rows().query("select state from stock_hold where order_id = ?", order))
        .isEqualTo("2");
  }

  @Test
  void anOrderThatTheStoreNeverGotIsPlacedOnceMore() throws SQLException {
    String order = shop.buy(tracked(3), 1, "paid");
    rows().awaitQuiet();
    shop.platforms()
        .troubleStore("{\"fault\":\"server_error\",\"times\":1,\"operation\":\"OrderCreate\"}");
    shop.act(order, "release");
    within(40).until(() -> shop.merchant().order(order).path("state").asText().equals("imported"));
    assertThat(shop.storeOrders(order)).hasSize(1);
  }

  @Test
  void aCancelledOrderIsCalledOffInTheStoreWhichTakesItsGoodsBack() throws SQLException {
    JsonNode product = tracked(4);
    int before = units(product);
    String order = shop.buy(product, 3, "paid");
    shop.act(order, "release");
    awaitPlaced(order);
    assertThat(units(product)).isEqualTo(before - 3);
    rows().awaitQuiet();

    shop.act(order, "cancel");

    within(20)
        .untilAsserted(
            () ->
                assertThat(shop.storeOrders(order))
                    .allMatch(placed -> placed.path("cancelled").asBoolean()));
    rows().awaitQuiet();
    assertThat(units(product)).isEqualTo(before);
    assertThat(shop.merchant().order(order).path("state").asText()).isEqualTo("cancelled");
    shop.tell("again" + order, order, "CANCEL");
    rows().awaitQuiet();
    assertThat(units(product)).as("restocked once").isEqualTo(before);
  }

  @Test
  void anOrderThatIsCancelledBeforeItWasPlacedNeverReachesTheStore() throws SQLException {
    String order = shop.buy(tracked(5), 1, "unpaid");
    rows().awaitQuiet();
    shop.act(order, "cancel");
    within(20).until(() -> shop.merchant().order(order).path("state").asText().equals("cancelled"));
    rows().awaitQuiet();
    assertThat(shop.storeOrders(order)).isEmpty();
  }

  @Test
  void anUnknownItemIsAProblemAndTheOrderFollowsOnceItIsLinked() throws SQLException {
    JsonNode product = tracked(6);
    rows().change("delete from offer where product_id = ?", Platforms.id(product));
    String order = shop.buy(product, 1, "sample");
    JsonNode problem = shop.platforms().awaitProblem("order", "unknown-item");
    assertThat(problem.path("ref").asText()).isEqualTo(order);
    assertThat(problem.path("cause").asText())
        .contains(product.path("variants").path(0).path("sku").asText());
    assertThat(shop.merchant().order(order).path("state").asText()).isEqualTo("parked");

    shop.platforms()
        .edit(
            product,
            "{\"variants\":[{\"id\":\"%s\",\"sku\":\"HEALED-1\"}]}"
                .formatted(product.path("variants").path(0).path("id").asText()));
    shop.sender().shopify("products/update", "{\"id\":" + Platforms.id(product) + "}");

    awaitPlaced(order);
    within(20).until(() -> shop.merchant().order(order).path("problem").isNull());
  }

  @Test
  void aLostWebhookOfAReleaseIsHealedByReading() throws SQLException {
    String order = shop.buy(tracked(7), 1, "paid");
    rows().awaitQuiet();
    shop.merchant()
        .control(
            "POST",
            SandboxPlatforms.address(SandboxPlatforms.TIKTOK) + "/sandbox/deliveries",
            "{\"fault\":\"lose\",\"operation\":\"ORDER_STATUS_CHANGE\"}");
    shop.act(order, "release");
    rows().awaitQuiet();
    assertThat(shop.storeOrders(order)).isEmpty();
    rows().makeDue("ORDERS");
    awaitPlaced(order);
    shop.merchant()
        .control(
            "POST",
            SandboxPlatforms.address(SandboxPlatforms.TIKTOK) + "/sandbox/deliveries",
            "{\"clear\":true}");
  }

  @Test
  void whatTheStoreSendsIsToldToTikTokParcelByParcel() throws SQLException {
    String order = shop.buy(tracked(8), 3, "paid");
    shop.act(order, "release");
    JsonNode placed = awaitPlaced(order);
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
    String order = shop.buy(tracked(9), 1, "sample");
    JsonNode placed = awaitPlaced(order);
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
    String order = shop.buy(tracked(10), 1, "sample");
    JsonNode placed = awaitPlaced(order);
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
    String order = shop.buyWithLabel(tracked(7), 2);
    awaitPlaced(order);
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
    String order = shop.buy(tracked(6), 1, "sample");
    JsonNode placed = awaitPlaced(order);
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

  private JsonNode awaitPlaced(String order) {
    within(30).untilAsserted(() -> assertThat(shop.storeOrders(order)).hasSize(1));
    return shop.storeOrders(order).getFirst();
  }

  /** A product with one variant whose stock is counted, a different one for every number. */
  private JsonNode tracked(int number) {
    return shop.platforms().storeProducts().stream()
        .filter(product -> product.path("variants").size() == 1)
        .filter(product -> product.path("variants").path(0).path("tracked").asBoolean())
        .filter(product -> product.path("variants").path(0).path("stock").path("66633").asInt() > 8)
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  /** What the store has available of a product's first variant at the first location. */
  private int units(JsonNode product) {
    return shop.now(product).path("variants").path(0).path("stock").path("66633").asInt();
  }

  private Rows rows() {
    return new Rows(database);
  }

  private static ConditionFactory within(int seconds) {
    return Awaitility.await()
        .ignoreExceptions()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(100));
  }
}
