package dev.storebridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.given.WebhookSender;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.WebhookKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a signed webhook to the listing, through the routes, without an import. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class SignalFlowTest {

  private static final String LOCATION = "66633";
  private static final String SHOP = "7495000000000000001";

  @Inject WebhookKeys keys;
  @Inject DataSource database;

  private final String service = SandboxPlatforms.address("storebridge.public-url");
  private final String tiktok = SandboxPlatforms.address(SandboxPlatforms.TIKTOK);
  private final String shopify = SandboxPlatforms.address(SandboxPlatforms.SHOPIFY);
  private final Merchant merchant = new Merchant(service);
  private final Platforms platforms = new Platforms(merchant, tiktok, shopify);
  private final WebhookSender sender = new WebhookSender(service);

  @BeforeEach
  void theCatalogueIsLive() {
    platforms.heal();
    merchant.connect();
    merchant.importAll();
    awaitNoReview();
    within(20)
        .until(() -> keys.storesNamed(Platform.SHOPIFY, WebhookSender.SHOPIFY_DOMAIN).size() == 2);
  }

  private void awaitNoReview() {
    within(60)
        .untilAsserted(
            () ->
                assertThat(merchant.listings(""))
                    .isNotEmpty()
                    .extracting(listing -> listing.path("state").asText())
                    .containsAnyOf("live")
                    .isSubsetOf("live", "off"));
  }

  @AfterEach
  void theStoreIsQuickAgain() {
    latency(0);
  }

  @Test
  void aNewPriceReachesTheListing() {
    JsonNode product = platforms.storeProducts().get(11);
    platforms.edit(product, "{\"price\":\"61.00\"}");
    tell("products/update", "{\"id\":" + Platforms.id(product) + "}");
    within(20).untilAsserted(() -> assertThat(price(product)).isEqualTo("67.10"));
  }

  @Test
  void newStockReachesTheListingBothBeforeAndAfterItsItemIsKnown() throws SQLException {
    JsonNode variant = trackedVariant();
    String item = variant.path("itemId").asText();
    int before = stockOf(product(variant)) - variant.path("stock").path(LOCATION).asInt();
    String sql =
        "select revision from mark where store_id = 'testco-store' and kind = 'STOCK_ITEM'"
            + " and ref = ?";
    List<Long> asked = new ArrayList<>();
    for (int units : new int[] {31, 42}) {
      stock(variant, units);
      tell("inventory_levels/update", "{\"inventory_item_id\":%s,\"available\":9}".formatted(item));
      within(20)
          .untilAsserted(() -> assertThat(stockOf(product(variant))).isEqualTo(before + units));
      asked.add(number(sql, item));
    }
    assertThat(asked.getLast()).as("not asked again for its product").isEqualTo(asked.getFirst());
  }

  @Test
  void aDeletedProductIsTakenDown() {
    JsonNode product = platforms.add("A bowl that is deleted", "GONE-1");
    tell("products/create", "{\"id\":" + Platforms.id(product) + "}");
    within(30)
        .ignoreExceptions()
        .until(() -> merchant.listing(Platforms.id(product)).path("state").asText().equals("live"));
    merchant.control("DELETE", shopify + "/sandbox/products/" + Platforms.id(product), "");
    tell("products/delete", "{\"id\":" + Platforms.id(product) + "}");
    within(20)
        .until(() -> merchant.listing(Platforms.id(product)).path("state").asText().equals("off"));
  }

  @Test
  void aThousandChangesOfOneProductAreAFewLooksAndEndInTheLastPrice() {
    JsonNode product = platforms.storeProducts().get(12);
    latency(300);
    long before = looks();
    try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 1000; i++) {
        senders.execute(() -> tell("products/update", "{\"id\":" + Platforms.id(product) + "}"));
      }
    }
    platforms.edit(product, "{\"price\":\"50.00\"}");
    tell("products/update", "{\"id\":" + Platforms.id(product) + "}");
    within(30).untilAsserted(() -> assertThat(price(product)).isEqualTo("55.00"));
    assertThat(looks() - before).isBetween(1L, 100L);
  }

  @Test
  void aStoreWithoutALiveConnectionIsNotAsked() throws SQLException {
    String product = "4" + System.nanoTime();
    within(20)
        .until(
            () ->
                number(
                        "select count(*) from mark where kind = ? and due_at < utc_timestamp(6)"
                            + " and state in (1, 2)",
                        "PRODUCT")
                    == 0);
    long before = looks();
    tell("products/update", "{\"id\":" + product + "}");
    within(20)
        .until(
            () ->
                number(
                        "select count(*) from mark where ref = ? and state = 0"
                            + " and settled_revision = revision",
                        product)
                    == 2);
    assertThat(looks() - before).as("the live store's look alone").isEqualTo(1);
  }

  @Test
  void newsOfAReviewLetTheConnectionsReviewsBeWatched() throws SQLException {
    String sql = "select revision from mark where kind = 'REVIEW' and ref = ?";
    long before = number(sql, Merchant.CONNECTION);
    String body =
        """
        {"type":5,"tts_notification_id":"%d","shop_id":"%s","timestamp":1780000000,
         "data":{"product_id":1729382256910270123,"status":"PRODUCT_FIRST_PASS_REVIEW"}}"""
            .formatted(System.nanoTime(), SHOP);
    int status =
        sender.tiktok(
            SandboxPlatforms.address("storebridge.tiktok.apps.default.app-key"),
            SandboxPlatforms.address("storebridge.tiktok.apps.default.app-secret"),
            body);
    assertThat(status).isEqualTo(200);
    assertThat(number(sql, Merchant.CONNECTION)).isGreaterThan(before);
    JsonNode newest =
        merchant.get("/api/connections/testco-uk/signals?limit=1").path("items").path(0);
    assertThat(newest.path("topic").asText()).isEqualTo("PRODUCT_STATUS_CHANGE");
    assertThat(newest.path("refs").path(0).asText()).isEqualTo("1729382256910270123");
  }

  private void tell(String topic, String body) {
    assertThat(sender.shopify(topic, body)).isEqualTo(200);
  }

  private String price(JsonNode product) {
    return offer(product).path("price").asText();
  }

  private int stockOf(JsonNode product) {
    return offer(product).path("stock").asInt();
  }

  private JsonNode offer(JsonNode product) {
    return merchant.listing(Platforms.id(product)).path("offers").path(0);
  }

  private JsonNode trackedVariant() {
    return platforms.storeProducts().stream()
        .map(product -> product.path("variants").path(0))
        .filter(variant -> variant.path("tracked").asBoolean())
        .filter(variant -> variant.path("stock").path(LOCATION).asInt() > 5)
        .findFirst()
        .orElseThrow();
  }

  private JsonNode product(JsonNode variant) {
    return platforms.storeProducts().stream()
        .filter(product -> product.path("variants").path(0).path("id").equals(variant.path("id")))
        .findFirst()
        .orElseThrow();
  }

  private void stock(JsonNode variant, int units) {
    merchant.control(
        "POST",
        shopify + "/sandbox/stock",
        "{\"variantId\":\"%s\",\"locationId\":\"%s\",\"available\":%d}"
            .formatted(variant.path("id").asText(), LOCATION, units));
  }

  private long looks() {
    return merchant
        .control("GET", shopify + "/sandbox/calls?last=0", "")
        .path("counts")
        .path("Products")
        .asLong();
  }

  private void latency(int millis) {
    platforms.troubleStore("{\"latencyMillis\":" + millis + "}");
  }

  private static ConditionFactory within(int seconds) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(100));
  }

  private long number(String sql, String value) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : -1;
      }
    }
  }
}
