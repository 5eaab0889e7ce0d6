package dev.storebridge.flow;

import static dev.storebridge.given.Soon.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.OneShop;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.Rows;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreOrderReference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
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
  @Inject LinkedShops shops;
  @Inject Channel channel;

  private final OneShop shop = new OneShop(SandboxPlatforms.SHOPIFY);

  @BeforeEach
  void theShopShowsTheCatalogue() {
    if (OPEN.compareAndSet(false, true)) {
      shop.openUntilAllIsOnSale();
    }
    shop.platforms().heal();
  }

  @Test
  void aReleasedOrderBecomesOneOrderOfTheStoreToTheCent() throws SQLException {
    JsonNode product = shop.tracked(0);
    int before = shop.units(product);
    String order = shop.buy(product, 2, "paid");
    rows().awaitQuiet();
    assertThat(shop.storeOrders(order)).as("the buyer may still cancel").isEmpty();
    assertThat(shop.merchant().order(order).path("state").asText()).isEqualTo("waiting");

    shop.act(order, "release");

    JsonNode placed = shop.awaitPlaced(order);
    BigDecimal total =
        shop.price(product).multiply(BigDecimal.valueOf(2)).add(new BigDecimal("3.99"));
    assertThat(new BigDecimal(placed.path("total").asText())).isEqualByComparingTo(total);
    assertThat(placed.path("financialStatus").asText()).isEqualTo("PAID");
    assertThat(placed.path("tags").toString()).contains("tiktok-" + order);
    assertThat(placed.path("lines")).hasSize(1);
    assertThat(placed.path("lines").path(0).path("quantity").asInt()).isEqualTo(2);
    assertThat(placed.path("lines").path(0).path("open").asInt()).isEqualTo(2);
    assertThat(shop.units(product)).isEqualTo(before - 2);
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
  void whileTheBuyerMayCancelTheStoreSetsTheUnitsAside() throws SQLException {
    JsonNode product = shop.tracked(9);
    int before = shop.units(product);
    String order = shop.buy(product, 2, "paid");
    within(20).until(() -> reserved(product) == 2);
    assertThat(shop.units(product)).as("its own front does not sell them").isEqualTo(before - 2);
    rows().awaitQuiet();
    assertThat(rows().query("select state from stock_hold where order_id = ?", order))
        .as("the store knows of them")
        .isEqualTo("2");

    shop.act(order, "release");

    shop.awaitPlaced(order);
    within(20).until(() -> reserved(product) == 0);
    assertThat(shop.units(product)).as("taken once").isEqualTo(before - 2);
  }

  @Test
  void unitsOfAnOrderThatIsCancelledInTimeAreGivenBack() throws SQLException {
    JsonNode product = shop.tracked(10);
    int before = shop.units(product);
    shop.platforms()
        .troubleStore(
            "{\"fault\":\"done_but_server_error\",\"times\":4,\"operation\":\"StockMove\"}");
    String order = shop.buy(product, 2, "paid");
    within(30).until(() -> shop.units(product) == before - 2);
    rows().awaitQuiet();
    assertThat(reserved(product)).as("set aside once though the answer got lost").isEqualTo(2);

    shop.act(order, "cancel");

    within(20).until(() -> shop.units(product) == before);
    assertThat(reserved(product)).isZero();
    rows().awaitQuiet();
    assertThat(shop.storeOrders(order)).isEmpty();
    assertThat(shop.state(order)).isEqualTo("cancelled");
  }

  private int reserved(JsonNode product) {
    return shop.now(product).at("/variants/0/reserved").asInt();
  }

  @Test
  void aWebhookThatComesAgainPlacesNothing() throws SQLException {
    String order = shop.buy(shop.tracked(1), 1, "paid");
    shop.act(order, "release");
    shop.awaitPlaced(order);
    for (String notification : new String[] {"a" + order, "a" + order, "b" + order}) {
      assertThat(shop.tell(notification, order, "AWAITING_SHIPMENT")).isEqualTo(200);
    }
    rows().awaitQuiet();
    assertThat(shop.storeOrders(order)).hasSize(1);
  }

  @Test
  void anAnswerThatIsLostAfterTheOrderWasPlacedDoesNotPlaceItAgain() throws SQLException {
    JsonNode product = shop.tracked(2);
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
    String order = shop.buy(shop.tracked(3), 1, "paid");
    rows().awaitQuiet();
    shop.platforms()
        .troubleStore("{\"fault\":\"server_error\",\"times\":1,\"operation\":\"OrderCreate\"}");
    shop.act(order, "release");
    within(40).until(() -> shop.merchant().order(order).path("state").asText().equals("imported"));
    assertThat(shop.storeOrders(order)).hasSize(1);
  }

  @Test
  void aCancelledOrderIsCalledOffInTheStoreWhichTakesItsGoodsBack() throws SQLException {
    JsonNode product = shop.tracked(4);
    int before = shop.units(product);
    String order = shop.buy(product, 3, "paid");
    shop.act(order, "release");
    shop.awaitPlaced(order);
    assertThat(shop.units(product)).isEqualTo(before - 3);
    rows().awaitQuiet();

    shop.act(order, "cancel");

    within(20)
        .untilAsserted(
            () ->
                assertThat(shop.storeOrders(order))
                    .allMatch(placed -> placed.path("cancelled").asBoolean()));
    rows().awaitQuiet();
    assertThat(shop.units(product)).isEqualTo(before);
    assertThat(shop.merchant().order(order).path("state").asText()).isEqualTo("cancelled");
    shop.tell("again" + order, order, "CANCEL");
    rows().awaitQuiet();
    assertThat(shop.units(product)).as("restocked once").isEqualTo(before);
  }

  @Test
  void anOrderThatIsCancelledBeforeItWasPlacedNeverReachesTheStore() throws SQLException {
    String order = shop.buy(shop.tracked(5), 1, "unpaid");
    rows().awaitQuiet();
    shop.act(order, "cancel");
    within(20).until(() -> shop.merchant().order(order).path("state").asText().equals("cancelled"));
    rows().awaitQuiet();
    assertThat(shop.storeOrders(order)).isEmpty();
  }

  @Test
  void anUnknownItemIsAProblemAndTheOrderFollowsOnceItIsLinked() throws SQLException {
    JsonNode product = shop.tracked(6);
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

    shop.awaitPlaced(order);
    within(20).until(() -> shop.merchant().order(order).path("problem").isNull());
  }

  @Test
  void aLostWebhookOfAReleaseIsHealedByReading() throws SQLException {
    String order = shop.buy(shop.tracked(7), 1, "paid");
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
    shop.awaitPlaced(order);
    shop.merchant()
        .control(
            "POST",
            SandboxPlatforms.address(SandboxPlatforms.TIKTOK) + "/sandbox/deliveries",
            "{\"clear\":true}");
  }

  @Test
  void anOrderThatAnotherConnectorPlacedIsAdoptedAndCounts() throws SQLException {
    String order = shop.buy(shop.tracked(8), 1, "unpaid");
    rows().awaitQuiet();
    String others =
        shop.inStore(
                "{\"act\":\"buy\",\"variantId\":\"%s\",\"units\":1}"
                    .formatted(shop.tracked(8).path("variants").path(0).path("id").asText()))
            .path("id")
            .asText();
    ShopAccount account = shops.of(Merchant.CONNECTION).orElseThrow();
    channel.tellStoreOrder(
        account, order, new StoreOrderReference(Platform.SHOPIFY, others, Map.of("1", "2")));
    begunAt("2099-01-01");
    try {
      shop.act(order, "pay");
      shop.act(order, "release");
      within(20).until(() -> shop.state(order).equals("imported"));
      assertThat(shop.merchant().order(order).path("storeOrderId").asText()).isEqualTo(others);
      assertThat(shop.storeOrders(order)).as("nothing was placed").isEmpty();
      rows().awaitQuiet();
      assertThat(shop.merchant().problems())
          .as("its total is by the other connector's rules")
          .noneMatch(problem -> problem.path("ref").asText().equals(order));
    } finally {
      begunAt("2020-01-01");
    }
    JsonNode counted =
        shop.merchant().get("/api/connections/" + Merchant.CONNECTION + "/completeness");
    assertThat(counted.path("orders").path("missing").toString()).doesNotContain(order);
  }

  /** Moves the moment at which we came. */
  private void begunAt(String day) throws SQLException {
    rows().change("update order_reading set begun_at = ?", day);
  }

  private Rows rows() {
    return new Rows(database);
  }
}
