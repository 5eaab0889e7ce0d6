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
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every webhook gets lost, and the shop shows what the store has nevertheless. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class SweepFlowTest {

  private static final AtomicBoolean OPEN = new AtomicBoolean();
  private static final String LOCATION = "66633";

  @Inject DataSource database;

  private final String tiktok = SandboxPlatforms.address(SandboxPlatforms.TIKTOK);
  private final String shopify = SandboxPlatforms.address(SandboxPlatforms.SHOPIFY);
  private final OneShop shop = new OneShop(SandboxPlatforms.SHOPIFY);

  @BeforeEach
  void theCatalogueIsLiveAndNobodyTellsUsAnything() throws SQLException {
    if (OPEN.compareAndSet(false, true)) {
      shop.open();
    }
    within(60)
        .untilAsserted(
            () ->
                assertThat(shop.merchant().listings(""))
                    .isNotEmpty()
                    .extracting(listing -> listing.path("state").asText())
                    .isSubsetOf("live", "off"));
    rows().awaitQuiet();
    rows().makeDue("STORE");
    rows().awaitQuiet();
    deliveries("{\"fault\":\"lose\"}");
  }

  @AfterEach
  void webhooksArriveAgain() {
    deliveries("{\"clear\":true}");
  }

  private void deliveries(String order) {
    for (String platform : new String[] {tiktok, shopify}) {
      shop.merchant().control("POST", platform + "/sandbox/deliveries", order);
    }
  }

  @Test
  void aPriceThatNobodyToldOfIsFoundByThePoll() throws SQLException {
    JsonNode product = product(9);
    shop.platforms().edit(product, "{\"price\":\"42.00\"}");
    rows().awaitQuiet();
    rows().makeDue("STORE");
    within(20)
        .untilAsserted(() -> assertThat(offer(product).path("price").asText()).isEqualTo("46.20"));
  }

  @Test
  void stockThatNobodyToldOfIsFoundThoughItMovesNoProductsDate() throws SQLException {
    JsonNode product = product(10);
    JsonNode variant = product.path("variants").path(0);
    int elsewhere = variant.path("stock").path("66634").asInt();
    shop.platforms().stock(variant, LOCATION, 77);
    rows().awaitQuiet();
    rows().makeDue("STORE");
    int other = Math.max(0, elsewhere - SandboxPlatforms.BUFFER);
    within(20)
        .untilAsserted(
            () ->
                assertThat(offer(product).path("stock").asInt())
                    .isEqualTo(77 - SandboxPlatforms.BUFFER + other));
  }

  @Test
  void aDeletionThatNobodyToldOfIsFoundInTheNight() throws SQLException {
    JsonNode product = shop.platforms().add("A jug that is deleted", "GONE-NIGHT");
    rows().makeDue("STORE");
    within(30).until(() -> state(product).equals("live"));
    shop.merchant().control("DELETE", shopify + "/sandbox/products/" + Platforms.id(product), "");
    rows().night();
    within(30).until(() -> state(product).equals("off"));
  }

  @Test
  void whatTheShopShowsOtherwiseIsSetAnewAndCounted() throws SQLException {
    JsonNode product = product(11);
    String listing = shop.platforms().shopProduct(product).path("id").asText();
    int before = shown(product);
    String sku = shop.platforms().shopProduct(product).path("skus").path(0).path("id").asText();
    shop.merchant()
        .control(
            "POST",
            tiktok + "/sandbox/stock",
            "{\"shop\":\"%s\",\"sku\":\"%s\",\"warehouse\":\"7000000000000000021\",\"units\":2}"
                .formatted(OneShop.SHOP, sku));
    assertThat(shown(product)).as("it drifted: " + listing).isNotEqualTo(before);
    rows().night();
    within(30).untilAsserted(() -> assertThat(shown(product)).isEqualTo(before));
    assertThat(
            rows().query("select differing from reconciliation where store_id = ?", "testco-store"))
        .isEqualTo("1");
    within(30).until(() -> shop.merchant().awaitImport().path("finished").asBoolean());
  }

  @Test
  void aShipmentThatNobodyToldOfIsFoundByThePoll() throws SQLException {
    String order = placed(6);
    JsonNode placed = shop.storeOrders(order).getFirst();
    rows().awaitQuiet();
    shop.inStore(
        "{\"act\":\"ship\",\"order\":\"%s\",\"company\":\"Royal Mail\",\"number\":\"RM550000005GB\"}"
            .formatted(placed.path("id").asText()));
    rows().awaitQuiet();
    assertThat(shop.tracking(order)).containsExactly("");
    rows().makeDue("STORE");
    within(20)
        .untilAsserted(() -> assertThat(shop.tracking(order)).containsExactly("RM550000005GB"));
  }

  @Test
  void anOrderThatNobodyToldOfIsMissingUntilItWasCountedAndThenRepaired() {
    String order = bought(7);
    JsonNode missing = completeness().path("orders");
    assertThat(missing.path("missing").toString()).contains(order);
    within(20).untilAsserted(() -> assertThat(shop.storeOrders(order)).hasSize(1));
    JsonNode counted = completeness().path("orders");
    assertThat(counted.path("repaired").toString()).contains(order);
    assertThat(counted.path("missing")).isEmpty();
    assertThat(counted.path("store")).isEqualTo(counted.path("tiktok"));
    assertThat(counted.path("store").path("count").asInt()).isPositive();
    JsonNode listings = completeness().path("listings");
    assertThat(listings.path("missing")).isEmpty();
    assertThat(listings.path("store")).isEqualTo(listings.path("tiktok"));
  }

  @Test
  void ofTwoOrdersWithOneReferenceTheOneThatWeKnowStays() {
    String order = placed(8);
    String known = shop.storeOrders(order).getFirst().path("id").asText();
    JsonNode variant = product(8).path("variants").path(0);
    shop.inStore(
        "{\"act\":\"buy\",\"variantId\":\"%s\",\"units\":1,\"copyOf\":\"%s\"}"
            .formatted(variant.path("id").asText(), order));
    assertThat(shop.storeOrders(order)).hasSize(2);
    completeness();
    within(20)
        .untilAsserted(
            () ->
                assertThat(shop.storeOrders(order))
                    .filteredOn(copy -> !copy.path("cancelled").asBoolean())
                    .singleElement()
                    .satisfies(copy -> assertThat(copy.path("id").asText()).isEqualTo(known)));
  }

  /** A released order of one unit that no webhook told of. */
  private String bought(int number) {
    String order = shop.buy(product(number), 1, "paid");
    shop.act(order, "release");
    return order;
  }

  /** The same, told of by hand and placed. */
  private String placed(int number) {
    String order = bought(number);
    shop.tell("n" + order, order, "AWAITING_SHIPMENT");
    within(20).untilAsserted(() -> assertThat(shop.storeOrders(order)).hasSize(1));
    return order;
  }

  private JsonNode completeness() {
    return shop.merchant().get("/api/connections/" + Merchant.CONNECTION + "/completeness");
  }

  private String state(JsonNode product) {
    return shop.merchant().listing(Platforms.id(product)).path("state").asText();
  }

  private JsonNode offer(JsonNode product) {
    return shop.merchant().listing(Platforms.id(product)).path("offers").path(0);
  }

  /** Units of the first SKU that the shop shows. */
  private int shown(JsonNode product) {
    int units = 0;
    for (JsonNode place :
        shop.platforms().shopProduct(product).path("skus").path(0).path("inventory")) {
      units += place.path("quantity").asInt();
    }
    return units;
  }

  /** A product of one form whose stock is counted. */
  private JsonNode product(int number) {
    return shop.platforms().storeProducts().stream()
        .filter(product -> product.path("variants").size() == 1)
        .filter(product -> product.path("variants").path(0).path("tracked").asBoolean())
        .filter(
            product -> product.path("variants").path(0).path("stock").path(LOCATION).asInt() > 5)
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  private Rows rows() {
    return new Rows(database);
  }
}
