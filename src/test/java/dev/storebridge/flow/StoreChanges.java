package dev.storebridge.flow;

import static dev.storebridge.given.Soon.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.OneShop;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.Rows;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.ShopWrites;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every store's changes come to, told by the store's own webhooks alone: each kind of change
 * reaches the listing by the smallest call.
 */
abstract class StoreChanges {

  private static final BigDecimal RATE = new BigDecimal("1.1");

  @Inject DataSource database;

  final OneShop shop;
  private final ShopWrites writes;

  /**
   * @param property where the address of the store's control pages is configured
   */
  StoreChanges(String property) {
    shop = new OneShop(property);
    writes = new ShopWrites(shop.merchant(), SandboxPlatforms.address(SandboxPlatforms.TIKTOK));
  }

  /** The word by which the store takes a product out of the shop window for good. */
  abstract String archived();

  /** What a merchant does who wants a product no more, and of which the store tells. */
  abstract void remove(JsonNode product);

  /** The word by which the store shows a product again. */
  abstract String active();

  @BeforeEach
  void theCatalogueIsLive() throws SQLException {
    shop.openUntilAllIsOnSale();
    within(60)
        .untilAsserted(
            () ->
                assertThat(shop.merchant().listings(""))
                    .extracting(listing -> listing.path("state").asText())
                    .isSubsetOf("live", "off"));
    new Rows(database).awaitQuiet();
  }

  @Test
  void aPrice() {
    JsonNode product = shop.tracked(0);
    Map<String, Long> before = writes.soFar();
    edit(product, "{\"price\":\"31.00\"}");
    within(20)
        .untilAsserted(
            () ->
                assertThat(shop.price(product))
                    .isEqualByComparingTo(
                        new BigDecimal("31.00").multiply(RATE).setScale(2, RoundingMode.HALF_UP)));
    assertOne(before, "/prices/update");
  }

  @Test
  void aTitle() {
    JsonNode product = shop.tracked(1);
    Map<String, Long> before = writes.soFar();
    edit(product, "{\"title\":\"A vessel of many names\"}");
    within(20)
        .untilAsserted(
            () ->
                assertThat(there(product).path("title").asText())
                    .isEqualTo("A vessel of many names"));
    awaitState(product, "live");
    assertOne(before, "/partial_edit");
  }

  @Test
  void soldOutAndRestocked() {
    JsonNode product = shop.tracked(2);
    Map<String, Long> before = writes.soFar();
    stock(product, 0);
    within(20).untilAsserted(() -> assertThat(shown(product)).isZero());
    assertOne(before, "/inventory/update");
    stock(product, 25);
    within(20)
        .untilAsserted(() -> assertThat(shown(product)).isEqualTo(25 - SandboxPlatforms.BUFFER));
    assertThat(state(product)).as("never off sale").isEqualTo("live");
    assertThat(writes.since(before).values()).containsExactly(2L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"draft", "archived"})
  void takenOutOfTheWindowAndPutBack(String how) {
    JsonNode product = shop.tracked(3);
    Map<String, Long> before = writes.soFar();
    edit(product, "{\"status\":\"%s\"}".formatted(how.equals("draft") ? "draft" : archived()));
    awaitState(product, "off");
    assertThat(there(product).path("status").asText()).isEqualTo("SELLER_DEACTIVATED");
    assertOne(before, "/deactivate");
    edit(product, "{\"status\":\"%s\"}".formatted(active()));
    awaitState(product, "live");
    assertThat(there(product).path("status").asText()).isEqualTo("ACTIVATE");
    assertThat(shop.platforms().shopProducts())
        .extracting(listing -> listing.path("external_product_id").asText())
        .as("the same listing, not another one")
        .doesNotHaveDuplicates();
  }

  @Test
  void removed() {
    JsonNode product = shop.platforms().add("A vase that goes", "GOES-" + System.nanoTime());
    within(30).until(() -> state(product).equals("live"));
    Map<String, Long> before = writes.soFar();
    remove(product);
    awaitState(product, "off");
    assertOne(before, "/deactivate");
    putBack(product);
  }

  /** Leaves the store with products that are all on sale, where it can take a removal back. */
  void putBack(JsonNode product) {}

  @Test
  void anotherSku() {
    JsonNode product = shop.tracked(4);
    String offer = there(product).at("/skus/0/id").asText();
    String sku = "RENAMED-" + System.nanoTime();
    edit(
        product,
        "{\"variants\":[{\"id\":\"%s\",\"sku\":\"%s\"}]}"
            .formatted(product.at("/variants/0/id").asText(), sku));
    within(20)
        .untilAsserted(
            () -> assertThat(there(product).at("/skus/0/seller_sku").asText()).isEqualTo(sku));
    assertThat(there(product).at("/skus/0/id").asText()).as("the same offer").isEqualTo(offer);
    String order = shop.bought(product, 1);
    assertThat(shop.storeOrders(order)).as("it is still known what it sells").hasSize(1);
  }

  @Test
  void anOptionOfAnotherName() {
    JsonNode product =
        shop.platforms().storeProducts().stream()
            .filter(one -> one.path("variants").size() > 1)
            .filter(one -> !there(one).at("/skus/0/sales_attributes/0/name").isMissingNode())
            .skip(1)
            .findFirst()
            .orElseThrow();
    String was = there(product).at("/skus/0/sales_attributes/0/name").asText();
    int offers = there(product).path("skus").size();
    edit(product, "{\"option\":{\"from\":\"%s\",\"to\":\"Manner\"}}".formatted(was));
    within(30)
        .untilAsserted(
            () ->
                assertThat(there(product).path("skus"))
                    .hasSize(offers)
                    .allMatch(sku -> sku.at("/sales_attributes/0/name").asText().equals("Manner")));
    awaitState(product, "live");
    assertThat(shop.merchant().problems()).isEmpty();
  }

  final void edit(JsonNode product, String edit) {
    shop.platforms().edit(product, edit);
  }

  private void stock(JsonNode product, int units) {
    shop.stockEverywhere(product, units);
  }

  private JsonNode there(JsonNode product) {
    return shop.platforms().shopProduct(product);
  }

  private int shown(JsonNode product) {
    return there(product)
        .at("/skus/0/inventory")
        .valueStream()
        .mapToInt(one -> one.path("quantity").asInt())
        .sum();
  }

  private String state(JsonNode product) {
    return shop.merchant().listing(Platforms.id(product)).path("state").asText();
  }

  final void awaitState(JsonNode product, String state) {
    within(30).until(() -> state(product).equals(state));
  }

  private void assertOne(Map<String, Long> before, String path) {
    assertThat(writes.since(before)).as("calls of " + Merchant.CONNECTION).hasSize(1);
    assertThat(writes.since(before).keySet().iterator().next()).contains(path);
    assertThat(writes.since(before).values()).containsExactly(1L);
  }
}
