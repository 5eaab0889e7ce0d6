package dev.storebridge.flow;

import static dev.storebridge.given.Soon.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.OneShop;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Why is the stock seven? */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class TraceFlowTest {

  private static final String SKUS = "/api/connections/" + Merchant.CONNECTION + "/skus/";

  private final OneShop shop = new OneShop(SandboxPlatforms.SHOPIFY);

  @BeforeEach
  void theShopShowsTheCatalogue() {
    shop.openUntilAllIsOnSale();
  }

  @Test
  void anEditOfTheStoresStockIsFollowedFromTheSignalToTheAnswer() {
    JsonNode product = shop.tracked(4);
    int before = shown(product);
    setStock(product, shop.units(product) + 3);
    within(20).until(() -> shown(product) == before + 3);
    within(20).until(() -> trace(product).at("/mark/state").asText().equals("settled"));

    JsonNode trace = trace(product);

    assertThat(trace.path("productId").asText()).isEqualTo(Platforms.id(product));
    assertThat(trace.path("tiktokProductId").asText())
        .isEqualTo(shop.platforms().shopProduct(product).path("id").asText());
    assertThat(trace.at("/stock/units").asInt()).isEqualTo(shown(product));
    assertThat(trace.at("/stock/because").asText()).contains("The store has").contains("buffer");
    List<String> kinds = kinds(trace);
    int answer = kinds.indexOf("answer");
    assertThat(answer).isNotNegative();
    assertThat(kinds.subList(answer, answer + 4)).containsExactly("answer", "call", "plan", "look");
    assertThat(kinds.subList(answer, kinds.size())).contains("signal");
    assertThat(trace.path("items").path(answer).path("code").asText()).isEqualTo("accepted");
    assertThat(trace.path("items").path(answer + 1).path("code").asText()).isEqualTo("stock");
  }

  @Test
  void aSaleIsToldWithItsOrder() {
    JsonNode product = shop.tracked(5);
    String order = shop.buy(product, 2, "paid");
    within(20).untilAsserted(() -> assertThat(sales(product, order)).hasSize(2));
    assertThat(sales(product, order))
        .as("one line a unit, as the shop has it")
        .allMatch(text -> text.contains("took 1 unit"));
    assertThat(trace(product).at("/stock/units").asInt()).isEqualTo(shown(product));
  }

  @Test
  void pagesFollowEachOtherAndEnd() {
    JsonNode product = shop.tracked(6);
    for (int change = 0; change < 3; change++) {
      shop.platforms().edit(product, "{\"price\":\"9" + change + ".00\"}");
      shop.merchant().importAll();
    }
    String path = SKUS + variant(product) + "/trace?limit=1";
    JsonNode page = shop.merchant().get(path);
    int pages = 1;
    while (!page.path("next").isNull()) {
      assertThat(page.path("items")).isNotEmpty();
      page = shop.merchant().get(path + "&cursor=" + page.path("next").asText());
      pages++;
    }
    assertThat(pages).isGreaterThan(3);
    assertThat(page.path("items"))
        .as("how it began")
        .anyMatch(
            item ->
                item.path("kind").asText().equals("call")
                    && item.path("code").asText().equals("create"));
  }

  private List<String> sales(JsonNode product, String order) {
    return trace(product)
        .path("items")
        .valueStream()
        .filter(item -> item.path("kind").asText().equals("sale"))
        .filter(item -> item.path("ref").asText().equals(order))
        .map(item -> item.path("text").asText())
        .toList();
  }

  private JsonNode trace(JsonNode product) {
    return shop.merchant().get(SKUS + variant(product) + "/trace");
  }

  private static String variant(JsonNode product) {
    return product.path("variants").path(0).path("id").asText();
  }

  private static List<String> kinds(JsonNode trace) {
    return trace.path("items").valueStream().map(item -> item.path("kind").asText()).toList();
  }

  /** What the shop shows of the product's first SKU, in all warehouses. */
  private int shown(JsonNode product) {
    return shop.platforms()
        .shopProduct(product)
        .path("skus")
        .path(0)
        .path("inventory")
        .valueStream()
        .mapToInt(one -> one.path("quantity").asInt())
        .sum();
  }

  private void setStock(JsonNode product, int units) {
    shop.merchant()
        .control(
            "POST",
            SandboxPlatforms.address(SandboxPlatforms.SHOPIFY) + "/sandbox/stock",
            "{\"variantId\":\"%s\",\"locationId\":\"66633\",\"available\":%d}"
                .formatted(variant(product), units));
  }
}
