package dev.storebridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.Platforms;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.ShopWrites;
import dev.storebridge.given.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job from end to end, through the routes, against strict platforms. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(SandboxPlatforms.class)
class ImportFlowTest {

  private final String service = SandboxPlatforms.address("storebridge.public-url");

  private final String tiktok = SandboxPlatforms.address(SandboxPlatforms.TIKTOK);

  private final String shopify = SandboxPlatforms.address(SandboxPlatforms.SHOPIFY);

  private final Merchant merchant = new Merchant(service);
  private final Platforms platforms = new Platforms(merchant, tiktok, shopify);

  @BeforeEach
  void theCatalogueIsLive() {
    platforms.heal();
    merchant.connect();
    JsonNode end = merchant.importAll();
    assertThat(end.path("failed").asInt()).as("%s %s", end, merchant.problems()).isZero();
    platforms.awaitAllLiveOnce();
  }

  @Test
  void everySelectedProductIsLiveOnceWithItsPriceAndStock() {
    List<JsonNode> store = platforms.storeProducts();
    assertThat(store).hasSizeGreaterThanOrEqualTo(60);
    for (JsonNode product : store) {
      JsonNode there = platforms.shopProduct(product);
      assertThat(there.path("status").asText()).isEqualTo("ACTIVATE");
      assertThat(there.path("skus")).as(there.path("title").asText()).isNotEmpty();
      assertThat(there.path("skus"))
          .allSatisfy(
              sku -> {
                assertThat(sku.at("/price/tax_exclusive_price").asText()).isNotEmpty();
                assertThat(sku.path("inventory")).isNotEmpty();
              });
    }
  }

  @Test
  void theQuotaTellsWhatTheImportUsed() {
    JsonNode quota = merchant.get("/api/connections/" + Merchant.CONNECTION + "/quota");
    assertThat(quota.path("items"))
        .anySatisfy(
            group -> {
              assertThat(group.path("platform").asText()).isEqualTo("tiktok-shop");
              assertThat(group.path("group").asText()).isEqualTo("product-write");
              assertThat(group.path("used").asInt()).isGreaterThanOrEqualTo(60);
              assertThat(group.path("rejected").asInt()).isZero();
              assertThat(group.path("limit").isNull()).isTrue();
              assertThat(group.at("/forecast/enough").asBoolean()).isTrue();
            })
        .anySatisfy(
            group -> {
              assertThat(group.path("platform").asText()).isEqualTo("shopify");
              assertThat(group.path("used").asInt()).isPositive();
            });
  }

  @Test
  void aSecondImportMakesNoWrite() {
    Map<String, Long> before = writes();
    JsonNode end = merchant.importAll();
    assertThat(end.path("done").asInt()).isEqualTo(end.path("total").asInt());
    assertThat(writes()).isEqualTo(before);
  }

  @Test
  void aNewPriceIsOnePriceCall() {
    JsonNode product = platforms.storeProducts().get(3);
    changes(product, "{\"price\":\"77.00\"}", "/prices/update", 1);
    assertThat(
            merchant
                .listing(product.path("id").asText())
                .path("offers")
                .path(0)
                .path("price")
                .asText())
        .isEqualTo("84.70");
  }

  @Test
  void newStockIsOneInventoryCall() {
    JsonNode product = trackedProduct();
    String variant = product.path("variants").path(0).path("id").asText();
    Map<String, Long> before = writes();
    merchant.control(
        "POST",
        shopify + "/sandbox/stock",
        "{\"variantId\":\"%s\",\"locationId\":\"66633\",\"available\":41}".formatted(variant));
    merchant.importAll();
    assertThat(difference(before)).hasSize(1);
    assertThat(difference(before).entrySet().iterator().next().getKey())
        .contains("/inventory/update");
  }

  @Test
  void aNewTitleIsOnePartialEditAndOneReview() {
    JsonNode product = platforms.storeProducts().get(5);
    changes(
        product, "{\"title\":\"A new name for this fine product of ours\"}", "/partial_edit", 1);
    platforms.awaitAllLiveOnce();
  }

  @Test
  void aProductThatIsNoLongerSelectedIsTakenDownAndComesBack() {
    JsonNode product = platforms.storeProducts().get(7);
    String id = product.path("id").asText();
    changes(product, "{\"tags\":[]}", "/products/deactivate", 1);
    assertThat(merchant.listing(id).path("state").asText()).isEqualTo("off");
    changes(product, "{\"tags\":[\"tiktok\"]}", "/products/activate", 1);
    platforms.awaitAllLiveOnce();
  }

  private void changes(JsonNode product, String edit, String call, int times) {
    Map<String, Long> before = writes();
    merchant.control("POST", shopify + "/sandbox/products/" + product.path("id").asText(), edit);
    merchant.importAll();
    Map<String, Long> made = difference(before);
    assertThat(made).as("the smallest call").hasSize(1);
    Map.Entry<String, Long> only = made.entrySet().iterator().next();
    assertThat(only.getKey()).contains(call);
    assertThat(only.getValue()).isEqualTo(times);
  }

  private Map<String, Long> writes() {
    return new ShopWrites(merchant, tiktok).soFar();
  }

  private Map<String, Long> difference(Map<String, Long> before) {
    return new ShopWrites(merchant, tiktok).since(before);
  }

  private JsonNode trackedProduct() {
    return platforms.storeProducts().stream()
        .filter(product -> product.path("variants").path(0).path("tracked").asBoolean())
        .findFirst()
        .orElseThrow();
  }
}
