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
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cancellations, returns and refunds of orders, between the simulated shop and Shopify store. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class AftersaleFlowTest {

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
  void whatTheMerchantCancelsInTheStoreIsCancelledInTheShopOnce() throws SQLException {
    JsonNode product = shop.tracked(0);
    int before = shop.units(product);
    String order = shop.bought(product, 2);
    cancelInStore(order);
    within(20).until(() -> status(order).equals("CANCELLED"));
    within(20).until(() -> shop.state(order).equals("cancelled"));
    rows().awaitQuiet();
    assertThat(shop.cases(order))
        .singleElement()
        .satisfies(one -> assertThat(one.path("role").asText()).isEqualTo("SELLER"));
    assertThat(shop.units(product)).isEqualTo(before);
    assertThat(shop.merchant().order(order).path("problem").isNull()).isTrue();
  }

  @Test
  void aBuyersWishToCancelIsToldInTimeAndACancellationInTheStoreAgrees() throws SQLException {
    String order = shop.bought(shop.tracked(1), 1);
    shop.act(order, "ask-to-cancel");
    JsonNode problem = shop.platforms().awaitProblem("order", "buyer-asks-to-cancel");
    assertThat(problem.path("cause").asText()).contains("until 20");
    cancelInStore(order);
    within(20).until(() -> shop.state(order).equals("cancelled"));
    rows().awaitQuiet();
    assertThat(shop.cases(order))
        .singleElement()
        .satisfies(one -> assertThat(one.path("role").asText()).isEqualTo("BUYER"));
    assertThat(shop.merchant().order(order).path("problem").isNull()).isTrue();
  }

  @Test
  void aWishToCancelThatIsWithdrawnIsNoProblemAnyMore() {
    String order = shop.bought(shop.tracked(2), 1);
    shop.act(order, "ask-to-cancel");
    shop.platforms().awaitProblem("order", "buyer-asks-to-cancel");
    shop.act(
        order,
        "end-case",
        ",\"case\":\"%s\"".formatted(shop.cases(order).getFirst().path("cancel_id").asText()));
    within(20).until(() -> shop.merchant().order(order).path("problem").isNull());
    assertThat(shop.state(order)).isEqualTo("imported");
  }

  @Test
  void aLineThatIsCancelledLeavesTheStoresOrderOnceAndIsBackInStock() throws SQLException {
    JsonNode product = shop.tracked(3);
    int before = shop.units(product);
    String order = shop.bought(product, 2);
    String line = shop.shopOrder(order).path("line_items").path(0).path("id").asText();
    shop.act(order, "cancel", ",\"lines\":[\"%s\"]".formatted(line));
    within(20).until(() -> shop.state(order).equals("partially-refunded"));
    rows().awaitQuiet();
    JsonNode placed = shop.storeOrders(order).getFirst();
    assertThat(placed.path("lines").path(0).path("open").asInt()).isEqualTo(1);
    assertThat(placed.path("refunds")).hasSize(1);
    assertThat(new BigDecimal(placed.path("refunded").asText()))
        .isEqualByComparingTo(shop.price(product));
    assertThat(shop.units(product)).isEqualTo(before - 1);
  }

  @Test
  void aUnitThatIsTakenOutOfTheStoresOrderIsCancelledInTheShopOnceThoughTheAnswerIsLost()
      throws SQLException {
    JsonNode product = shop.tracked(0);
    String order = shop.bought(product, 2);
    JsonNode placed = shop.storeOrders(order).getFirst();
    shop.platforms()
        .troubleTikTok(
            "{\"kind\":\"done-but-500\",\"count\":1,\"endpoint\":\"POST /return_refund/202602/cancellations\"}");
    shop.inStore(
        "{\"act\":\"refund\",\"order\":\"%s\",\"amount\":\"%s\",\"restock\":true,\"units\":{\"%s\":1}}"
            .formatted(
                placed.path("id").asText(),
                shop.price(product),
                placed.path("lines").path(0).path("id").asText()));
    within(20).until(() -> shop.state(order).equals("partially-refunded"));
    rows().awaitQuiet();
    assertThat(shop.cases(order)).hasSize(1);
    assertThat(shop.cases(order).getFirst().path("cancel_line_items")).hasSize(1);
    assertThat(status(order)).isEqualTo("AWAITING_SHIPMENT");
    assertThat(shop.storeOrders(order).getFirst().path("refunds")).hasSize(1);
    assertThat(shop.state(order)).isEqualTo("partially-refunded");
    assertThat(shop.merchant().order(order).path("problem").isNull()).isTrue();
  }

  @Test
  void aReturnIsRefundedInTheStoreOnceToTheCentAndItsGoodsAreNotCounted() throws SQLException {
    JsonNode product = shop.tracked(4);
    String order = shop.bought(product, 1);
    int after = shop.units(product);
    shop.deliver(order);
    String returned = shop.act(order, "send-back", "");
    shop.platforms().awaitProblem("order", "return-waits");
    String name = ",\"case\":\"%s\"".formatted(returned);
    for (int step = 0; step < 3; step++) {
      shop.act(order, "next-of-case", name);
    }
    within(20).until(() -> shop.state(order).equals("partially-refunded"));
    rows().awaitQuiet();
    JsonNode placed = shop.storeOrders(order).getFirst();
    assertThat(placed.path("refunds"))
        .singleElement()
        .satisfies(
            refund ->
                assertThat(refund.path("note").asText())
                    .isEqualTo("TikTok Shop return " + returned));
    assertThat(new BigDecimal(placed.path("refunded").asText()))
        .isEqualByComparingTo(shop.price(product));
    assertThat(shop.units(product)).isEqualTo(after);
    assertThat(shop.merchant().order(order).path("problem").isNull()).isTrue();
  }

  @Test
  void aRefundWhoseAnswerIsLostIsWrittenOnce() throws SQLException {
    String order = shop.bought(shop.tracked(5), 1);
    shop.deliver(order);
    shop.platforms()
        .troubleStore(
            "{\"fault\":\"done_but_server_error\",\"times\":1,\"operation\":\"RefundCreate\"}");
    String refund = shop.act(order, "ask-for-refund", ",\"amount\":\"1.50\"");
    shop.act(order, "next-of-case", ",\"case\":\"%s\"".formatted(refund));
    within(30).until(() -> shop.state(order).equals("partially-refunded"));
    rows().awaitQuiet();
    JsonNode placed = shop.storeOrders(order).getFirst();
    assertThat(placed.path("refunds")).hasSize(1);
    assertThat(placed.path("refunded").asText()).isEqualTo("1.50");
  }

  @Test
  void aRefundInTheStoreStaysThereUnlessTheRulesSendItOn() throws SQLException {
    String order = shop.bought(shop.tracked(6), 1);
    shop.deliver(order);
    String id = shop.storeOrders(order).getFirst().path("id").asText();
    shop.inStore("{\"act\":\"refund\",\"order\":\"%s\",\"amount\":\"1.00\"}".formatted(id));
    awaitToldOf(id);
    rows().awaitQuiet();
    assertThat(shop.cases(order)).isEmpty();
  }

  @Test
  void aBuyersNewAddressReachesTheStore() {
    String order = shop.bought(shop.tracked(7), 1);
    assertThat(shop.storeOrders(order).getFirst().path("street").asText())
        .isEqualTo("1 Example Street");
    shop.act(order, "move", ",\"street\":\"7 Moved Street\"");
    within(20)
        .until(
            () ->
                shop.storeOrders(order)
                    .getFirst()
                    .path("street")
                    .asText()
                    .equals("7 Moved Street"));
  }

  /** The store's webhook of a refund arrived and was marked. */
  private void awaitToldOf(String storeOrder) {
    within(20)
        .untilAsserted(
            () ->
                assertThat(
                        shop.merchant()
                            .get("/api/connections/testco-uk/signals?limit=50")
                            .path("items"))
                    .anySatisfy(
                        signal -> {
                          assertThat(signal.path("topic").asText()).isEqualTo("refunds/create");
                          assertThat(signal.path("refs").toString()).contains(storeOrder);
                        }));
  }

  private void cancelInStore(String order) {
    String id = shop.storeOrders(order).getFirst().path("id").asText();
    shop.inStore("{\"act\":\"cancel\",\"order\":\"%s\"}".formatted(id));
  }

  private String status(String order) {
    return shop.shopOrder(order).path("status").asText();
  }

  private Rows rows() {
    return new Rows(database);
  }
}
