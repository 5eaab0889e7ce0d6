package dev.storebridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.given.TwoShops;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.WebhookKeys;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Buyers in the simulated shops, and what each shop of the store shows then. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(
    value = SandboxPlatforms.class,
    initArgs = @ResourceArg(name = SandboxPlatforms.SECOND, value = "true"))
class StockFlowTest {

  private static final String LOCATION = "66633";
  private static final AtomicBoolean OPEN = new AtomicBoolean();
  private static Instant opened = Instant.EPOCH;

  @Inject WebhookKeys keys;
  @Inject DataSource database;

  private final TwoShops shops = new TwoShops();

  @BeforeEach
  void bothShopsShowTheCatalogue() {
    if (OPEN.compareAndSet(false, true)) {
      shops.open();
      within(60)
          .untilAsserted(
              () ->
                  assertThat(shops.platforms().shopProducts(TwoShops.SECOND))
                      .allMatch(listing -> listing.path("status").asText().equals("ACTIVATE")));
      within(20)
          .until(
              () -> keys.storesNamed(Platform.SHOPIFY, "demo-homewares.myshopify.com").size() == 2);
      opened = Instant.now();
    }
    shops.deliver();
  }

  @Test
  void whatOneShopSellsEveryOtherShopShowsLessAndMoreAgainWhenItIsCalledOff() throws SQLException {
    JsonNode product = tracked(0);
    anOldCall();
    int first = shops.total(TwoShops.FIRST, product);
    int second = shops.total(TwoShops.SECOND, product);
    int calls = shops.stockCalls(TwoShops.FIRST).size();

    String order = shops.buy(TwoShops.FIRST, product, 2);

    awaitShown(TwoShops.SECOND, product, second - 2);
    assertThat(shops.total(TwoShops.FIRST, product)).isEqualTo(first - 2);
    awaitQuiet();

    shops.act(TwoShops.FIRST, order, "cancel");

    awaitShown(TwoShops.SECOND, product, second);
    awaitQuiet();
    assertThat(shops.total(TwoShops.FIRST, product)).isEqualTo(first);
    assertThat(shops.stockCalls(TwoShops.FIRST)).as("the shop counts its own sales").hasSize(calls);
  }

  @Test
  void aRepeatedWebhookChangesNothing() throws SQLException {
    JsonNode product = tracked(1);
    int second = shops.total(TwoShops.SECOND, product);
    String order = shops.buy(TwoShops.FIRST, product, 1);
    awaitShown(TwoShops.SECOND, product, second - 1);
    awaitQuiet();
    List<String> ledger = ledger(order);
    int calls = shops.stockCalls(TwoShops.SECOND).size();

    for (String notification : List.of("n1-" + order, "n1-" + order, "n2-" + order)) {
      assertThat(shops.tell(notification, order, "UNPAID")).isEqualTo(200);
    }
    awaitQuiet();

    assertThat(ledger(order)).hasSize(1).isEqualTo(ledger);
    assertThat(shops.total(TwoShops.SECOND, product)).isEqualTo(second - 1);
    assertThat(shops.stockCalls(TwoShops.SECOND)).hasSize(calls);
  }

  @Test
  void anOrderWhoseWebhookGotLostIsFoundByReading() throws SQLException {
    JsonNode product = tracked(2);
    int second = shops.total(TwoShops.SECOND, product);
    shops.loseWebhooks();
    String order = shops.buy(TwoShops.FIRST, product, 3);
    awaitQuiet();
    assertThat(ledger(order)).isEmpty();

    makePollDue();

    awaitShown(TwoShops.SECOND, product, second - 3);
    assertThat(ledger(order)).hasSize(3);
  }

  @Test
  void aShippedOrderStaysHeldUntilTheStoreIsTold() throws SQLException {
    JsonNode product = tracked(3);
    int second = shops.total(TwoShops.SECOND, product);
    String order = shops.buy(TwoShops.FIRST, product, 1);
    for (String act : List.of("pay", "release", "ship", "next")) {
      shops.act(TwoShops.FIRST, order, act);
    }
    awaitShown(TwoShops.SECOND, product, second - 1);
    awaitQuiet();
    assertThat(shops.total(TwoShops.SECOND, product)).isEqualTo(second - 1);
  }

  @Test
  void everyUnitThatTwoShopsSellOfOnePoolIsMissingInBoth() throws SQLException {
    JsonNode product = tracked(4);
    int first = shops.total(TwoShops.FIRST, product);
    int second = shops.total(TwoShops.SECOND, product);
    for (int i = 0; i < 3; i++) {
      shops.buy(TwoShops.FIRST, product, 1);
      shops.buy(TwoShops.SECOND, product, 1);
    }
    awaitShown(TwoShops.SECOND, product, second - 6);
    awaitQuiet();
    assertThat(shops.total(TwoShops.SECOND, product)).isEqualTo(second - 6);
    assertThat(shops.total(TwoShops.FIRST, product)).isLessThanOrEqualTo(first - 6);
  }

  @Test
  void anOrderOfTwoSkusIsOneCallWithEveryWarehouseInTheOtherShop() throws SQLException {
    JsonNode product = shops.ofManySkus();
    int calls = shops.stockCalls(TwoShops.FIRST).size();
    shops.buy(TwoShops.SECOND, product, List.of(0, 1), 1);
    within(20).until(() -> shops.stockCalls(TwoShops.FIRST).size() > calls);
    awaitQuiet();
    assertThat(shops.stockCalls(TwoShops.FIRST)).hasSize(calls + 1);
    JsonNode skus = shops.setBy(shops.stockCalls(TwoShops.FIRST).get(calls));
    assertThat(skus).hasSize(2).allMatch(sku -> sku.path("inventory").size() == 2);
  }

  @Test
  void ourOwnEchoesCauseNoCallAndAHandInTheShopDoes() throws SQLException {
    JsonNode product = tracked(6);
    String listing = shops.listingId(TwoShops.FIRST, product);
    int before = shops.total(TwoShops.FIRST, product);
    shops.drift(product, 3);
    int calls = shops.stockCalls(TwoShops.FIRST).size();
    assertThat(shops.tellOf(68, change(listing, "api_sync"))).isEqualTo(200);
    shops.tellOf(15, "{\"product_id\":\"%s\",\"change_source\":\"OPEN_API\"}".formatted(listing));
    shops.sender().shopify("products/update", "{\"id\":" + Platforms.id(product) + "}");
    awaitQuiet();
    assertThat(shops.stockCalls(TwoShops.FIRST)).hasSize(calls);
    shops.tellOf(68, change(listing, "manual_adjustment"));
    awaitShown(TwoShops.FIRST, product, before);
  }

  private static String change(String listing, String source) {
    return "{\"product_id\":\"%s\",\"change_detail\":[{\"trigger_source\":\"%s\"}]}"
        .formatted(listing, source);
  }

  @Test
  void aStockEditOfTheStoreReachesTikTokAtOnce() throws SQLException {
    JsonNode product = tracked(5);
    JsonNode variant = product.path("variants").path(0);
    List<Long> millis = new ArrayList<>();
    for (int units = 130; units < 142; units++) {
      awaitQuiet();
      int calls = shops.stockCalls(TwoShops.SECOND).size();
      shops.stock(variant, LOCATION, units);
      long told = System.currentTimeMillis();
      shops
          .sender()
          .shopify(
              "inventory_levels/update",
              "{\"inventory_item_id\":%s}".formatted(variant.path("itemId").asText()));
      within(20).until(() -> shops.stockCalls(TwoShops.SECOND).size() > calls);
      long arrived =
          shops.stockCalls(TwoShops.SECOND).get(calls).path("arrived_epoch_nanos").asLong();
      millis.add(arrived / 1_000_000 - told);
    }
    System.out.println("stock edit told by webhook -> call at TikTok, ms: " + millis);
  }

  /** So long ago that a sale of now has certainly come after it. */
  private static void anOldCall() {
    within(10).until(() -> Instant.now().isAfter(opened.plusSeconds(5)));
  }

  private void awaitShown(String shop, JsonNode product, int units) {
    within(20).untilAsserted(() -> assertThat(shops.total(shop, product)).isEqualTo(units));
  }

  /** Nothing is due and nothing is being worked on. */
  private void awaitQuiet() {
    within(30)
        .until(
            () ->
                strings(
                        "select ref from mark where store_id = ? and state in (1, 2)"
                            + " and due_at <= utc_timestamp(6)",
                        "testco-store")
                    .isEmpty());
  }

  private List<String> ledger(String order) throws SQLException {
    return strings(
        "select concat_ws(' ', line_id, units, state, sold_seq, changed_seq) from stock_hold"
            + " where order_id = ? order by 1",
        order);
  }

  private void makePollDue() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "update mark set due_at = utc_timestamp(6) where kind = 'ORDERS' and state = 1")) {
      statement.executeUpdate();
    }
  }

  private List<String> strings(String sql, String value) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    return found;
  }

  /** One of the products of which there is enough of everything. */
  private JsonNode tracked(int number) {
    return shops.platforms().storeProducts().stream()
        .filter(product -> product.path("variants").path(0).path("tracked").asBoolean())
        .filter(
            product -> product.path("variants").path(0).path("stock").path(LOCATION).asInt() > 12)
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  private static ConditionFactory within(int seconds) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(50));
  }
}
