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

/** Cancellations, returns and refunds, both ways, with the simulated WooCommerce store. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(WooPlatforms.class)
class WooAftersaleFlowTest {

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
  void anOrderThatIsCancelledWhileItIsHeldIsCancelledInTheShopToo() throws SQLException {
    JsonNode product = shop.tracked(0);
    int before = shop.units(product);
    String order = shop.buy(product, 2, "paid");
    within(30).until(() -> shop.state(order).equals("reserved"));
    shop.inStore("{\"act\":\"cancel\",\"order\":\"%s\"}".formatted(storeOrder(order)));
    within(20).until(() -> shop.state(order).equals("cancelled"));
    rows().awaitQuiet();
    assertThat(shop.shopOrder(order).path("status").asText()).isEqualTo("CANCELLED");
    assertThat(shop.cases(order)).hasSize(1);
    assertThat(shop.units(product)).isEqualTo(before);
  }

  @Test
  void aLineThatIsCancelledIsRefundedInTheStoreAndBackInStock() throws SQLException {
    JsonNode product = shop.tracked(1);
    int before = shop.units(product);
    String order = shop.bought(product, 2);
    String line = shop.shopOrder(order).path("line_items").path(0).path("id").asText();
    shop.act(order, "cancel", ",\"lines\":[\"%s\"]".formatted(line));
    within(20).until(() -> shop.state(order).equals("partially-refunded"));
    rows().awaitQuiet();
    assertThat(refunds(order)).hasSize(1);
    assertThat(refunded(order)).isEqualByComparingTo(shop.price(product));
    assertThat(shop.units(product)).isEqualTo(before - 1);
  }

  @Test
  void aReturnIsWrittenIntoTheStoreOnceAndNotSentBack() throws SQLException {
    JsonNode product = shop.tracked(2);
    String order = shop.bought(product, 1);
    int after = shop.units(product);
    shop.deliver(order);
    String returned = shop.act(order, "send-back", "");
    for (int step = 0; step < 3; step++) {
      shop.act(order, "next-of-case", ",\"case\":\"%s\"".formatted(returned));
    }
    within(20).until(() -> shop.state(order).equals("partially-refunded"));
    rows().awaitQuiet();
    assertThat(refunds(order)).hasSize(1);
    assertThat(refunded(order)).isEqualByComparingTo(shop.price(product));
    assertThat(shop.cases(order)).hasSize(1);
    assertThat(shop.units(product)).isEqualTo(after);
  }

  @Test
  void aRefundOfTheMerchantsReachesTheBuyerOnceAndIsNotWrittenAgain() throws SQLException {
    String order = shop.bought(shop.tracked(3), 1);
    shop.deliver(order);
    within(20).until(() -> shop.state(order).equals("delivered"));
    shop.inStore(
        "{\"act\":\"refund\",\"order\":\"%s\",\"amount\":\"2.00\",\"note\":\"Chipped\"}"
            .formatted(storeOrder(order)));
    within(20).untilAsserted(() -> assertThat(shop.cases(order)).hasSize(1));
    rows().awaitQuiet();
    JsonNode refund = shop.cases(order).getFirst();
    assertThat(refund.path("return_type").asText()).isEqualTo("REFUND");
    assertThat(refund.path("refund_amount").path("refund_total").asText()).isEqualTo("2.00");
    assertThat(refunds(order)).hasSize(1);
    assertThat(shop.state(order)).isEqualTo("partially-refunded");
    assertThat(shop.merchant().order(order).path("problem").isNull()).isTrue();
  }

  @Test
  void aRefundBeforeTheGoodsLeftIsAProblemInWords() throws SQLException {
    String order = shop.bought(shop.tracked(4), 1);
    shop.inStore(
        "{\"act\":\"refund\",\"order\":\"%s\",\"amount\":\"2.00\"}".formatted(storeOrder(order)));
    shop.platforms().awaitProblem("order", "refunded-before-shipping");
    assertThat(shop.cases(order)).isEmpty();
    shop.deliver(order);
    within(20).until(() -> shop.merchant().order(order).path("problem").isNull());
    assertThat(shop.cases(order)).hasSize(1);
  }

  @Test
  void aBuyersNewAddressReachesTheStore() {
    String order = shop.bought(shop.tracked(5), 1);
    shop.act(order, "move", ",\"street\":\"7 Moved Street\"");
    within(20).until(() -> placed(order).path("street").asText().equals("7 Moved Street"));
  }

  private JsonNode placed(String order) {
    return shop.storeOrders(order).getFirst();
  }

  private String storeOrder(String order) {
    return placed(order).path("id").asText();
  }

  private JsonNode refunds(String order) {
    return placed(order).path("refunds");
  }

  private BigDecimal refunded(String order) {
    return refunds(order)
        .valueStream()
        .map(refund -> new BigDecimal(refund.path("total").asText()).negate())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Rows rows() {
    return new Rows(database);
  }
}
