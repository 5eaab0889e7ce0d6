package dev.storebridge.flow;

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
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
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
  void whatTheMerchantCancelsInTheStoreIsCancelledInTheShopOnce() throws SQLException {
    JsonNode product = tracked(0);
    int before = units(product);
    String order = bought(product, 2);
    cancelInStore(order);
    within(20).until(() -> status(order).equals("CANCELLED"));
    within(20).until(() -> state(order).equals("cancelled"));
    rows().awaitQuiet();
    assertThat(shop.cases(order))
        .singleElement()
        .satisfies(one -> assertThat(one.path("role").asText()).isEqualTo("SELLER"));
    assertThat(units(product)).isEqualTo(before);
    assertThat(shop.merchant().order(order).path("problem").isNull()).isTrue();
  }

  @Test
  void aBuyersWishToCancelIsToldInTimeAndACancellationInTheStoreAgrees() throws SQLException {
    String order = bought(tracked(1), 1);
    shop.act(order, "ask-to-cancel");
    JsonNode problem = shop.platforms().awaitProblem("order", "buyer-asks-to-cancel");
    assertThat(problem.path("cause").asText()).contains("until 20");
    cancelInStore(order);
    within(20).until(() -> state(order).equals("cancelled"));
    rows().awaitQuiet();
    assertThat(shop.cases(order))
        .singleElement()
        .satisfies(one -> assertThat(one.path("role").asText()).isEqualTo("BUYER"));
    assertThat(shop.merchant().order(order).path("problem").isNull()).isTrue();
  }

  @Test
  void aWishToCancelThatIsWithdrawnIsNoProblemAnyMore() {
    String order = bought(tracked(2), 1);
    shop.act(order, "ask-to-cancel");
    shop.platforms().awaitProblem("order", "buyer-asks-to-cancel");
    shop.act(
        order,
        "end-case",
        ",\"case\":\"%s\"".formatted(shop.cases(order).getFirst().path("cancel_id").asText()));
    within(20).until(() -> shop.merchant().order(order).path("problem").isNull());
    assertThat(state(order)).isEqualTo("imported");
  }

  @Test
  void aLineThatIsCancelledLeavesTheStoresOrderOnceAndIsBackInStock() throws SQLException {
    JsonNode product = tracked(3);
    int before = units(product);
    String order = bought(product, 2);
    String line = shop.shopOrder(order).path("line_items").path(0).path("id").asText();
    shop.act(order, "cancel", ",\"lines\":[\"%s\"]".formatted(line));
    within(20).until(() -> state(order).equals("partially-refunded"));
    rows().awaitQuiet();
    JsonNode placed = shop.storeOrders(order).getFirst();
    assertThat(placed.path("lines").path(0).path("open").asInt()).isEqualTo(1);
    assertThat(placed.path("refunds")).hasSize(1);
    assertThat(new BigDecimal(placed.path("refunded").asText()))
        .isEqualByComparingTo(shop.price(product));
    assertThat(units(product)).isEqualTo(before - 1);
  }

  @Test
  void aUnitThatIsTakenOutOfTheStoresOrderIsCancelledInTheShopOnce() throws SQLException {
    JsonNode product = tracked(0);
    String order = bought(product, 2);
    JsonNode placed = shop.storeOrders(order).getFirst();
    shop.inStore(
        "{\"act\":\"refund\",\"order\":\"%s\",\"amount\":\"%s\",\"restock\":true,\"units\":{\"%s\":1}}"
            .formatted(
                placed.path("id").asText(),
                shop.price(product),
                placed.path("lines").path(0).path("id").asText()));
    within(20).untilAsserted(() -> assertThat(shop.cases(order)).hasSize(1));
    rows().awaitQuiet();
    assertThat(shop.cases(order).getFirst().path("cancel_line_items")).hasSize(1);
    assertThat(status(order)).isEqualTo("AWAITING_SHIPMENT");
    assertThat(shop.storeOrders(order).getFirst().path("refunds")).hasSize(1);
    assertThat(state(order)).isEqualTo("partially-refunded");
    assertThat(shop.merchant().order(order).path("problem").isNull()).isTrue();
  }

  @Test
  void aReturnIsRefundedInTheStoreOnceToTheCentAndItsGoodsAreNotCounted() throws SQLException {
    JsonNode product = tracked(4);
    String order = bought(product, 1);
    int after = units(product);
    shop.deliver(order);
    String returned = shop.act(order, "send-back", "");
    shop.platforms().awaitProblem("order", "return-waits");
    String name = ",\"case\":\"%s\"".formatted(returned);
    for (int step = 0; step < 3; step++) {
      shop.act(order, "next-of-case", name);
    }
    within(20).until(() -> state(order).equals("partially-refunded"));
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
    assertThat(units(product)).isEqualTo(after);
    assertThat(shop.merchant().order(order).path("problem").isNull()).isTrue();
  }

  @Test
  void aRefundWhoseAnswerIsLostIsWrittenOnce() throws SQLException {
    String order = bought(tracked(5), 1);
    shop.deliver(order);
    shop.platforms()
        .troubleStore(
            "{\"fault\":\"done_but_server_error\",\"times\":1,\"operation\":\"RefundCreate\"}");
    String refund = shop.act(order, "ask-for-refund", ",\"amount\":\"1.50\"");
    shop.act(order, "next-of-case", ",\"case\":\"%s\"".formatted(refund));
    within(30).until(() -> state(order).equals("partially-refunded"));
    rows().awaitQuiet();
    JsonNode placed = shop.storeOrders(order).getFirst();
    assertThat(placed.path("refunds")).hasSize(1);
    assertThat(placed.path("refunded").asText()).isEqualTo("1.50");
  }

  @Test
  void aRefundInTheStoreStaysThereUnlessTheRulesSendItOn() throws SQLException {
    String order = bought(tracked(6), 1);
    shop.deliver(order);
    String id = shop.storeOrders(order).getFirst().path("id").asText();
    shop.inStore("{\"act\":\"refund\",\"order\":\"%s\",\"amount\":\"1.00\"}".formatted(id));
    rows().awaitQuiet();
    assertThat(shop.cases(order)).isEmpty();
  }

  @Test
  void aBuyersNewAddressReachesTheStore() {
    String order = bought(tracked(7), 1);
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

  /** A paid order whose buyer's hour is over, once it is in the store. */
  private String bought(JsonNode product, int units) {
    String order = shop.buy(product, units, "paid");
    shop.act(order, "release");
    within(30).until(() -> state(order).equals("imported"));
    return order;
  }

  private void cancelInStore(String order) {
    String id = shop.storeOrders(order).getFirst().path("id").asText();
    shop.inStore("{\"act\":\"cancel\",\"order\":\"%s\"}".formatted(id));
  }

  private String state(String order) {
    return shop.merchant().order(order).path("state").asText();
  }

  private String status(String order) {
    return shop.shopOrder(order).path("status").asText();
  }

  /** A product with one variant whose stock is counted, a different one for every number. */
  private JsonNode tracked(int number) {
    return shop.platforms().storeProducts().stream()
        .filter(product -> product.path("variants").size() == 1)
        .filter(product -> product.path("variants").path(0).path("tracked").asBoolean())
        .filter(product -> product.path("variants").path(0).path("stock").path("66633").asInt() > 5)
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
