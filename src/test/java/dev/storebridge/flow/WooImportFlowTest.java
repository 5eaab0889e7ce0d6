package dev.storebridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.given.Merchant;
import dev.storebridge.given.SandboxPlatforms;
import dev.storebridge.given.ShopWrites;
import dev.storebridge.given.TestDatabase;
import dev.storebridge.given.WooPlatforms;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job from end to end with a WooCommerce shop, through the routes. */
@QuarkusTest
@Tag("database")
@WithTestResource(TestDatabase.class)
@WithTestResource(WooPlatforms.class)
class WooImportFlowTest {

  private final String service = SandboxPlatforms.address("storebridge.public-url");
  private final String tiktok = SandboxPlatforms.address(SandboxPlatforms.TIKTOK);
  private final String shop = SandboxPlatforms.address(WooPlatforms.SHOP);

  private Merchant merchant;
  private ShopWrites writes;

  @BeforeEach
  void theCatalogueIsLive() {
    merchant = new Merchant(service);
    writes = new ShopWrites(merchant, tiktok);
    merchant.connect();
    JsonNode end = merchant.importAll();
    assertThat(end.path("failed").asInt()).as("%s %s", end, merchant.problems()).isZero();
    awaitAllLive();
  }

  @Test
  void everySelectedProductIsLiveOnce() {
    List<JsonNode> store = products();
    List<JsonNode> listed =
        items(merchant.control("GET", tiktok + "/sandbox/products", "").path("products"));
    assertThat(store).hasSizeGreaterThanOrEqualTo(15);
    assertThat(listed).hasSameSizeAs(store);
    assertThat(listed)
        .extracting(product -> product.path("external_product_id").asText())
        .containsExactlyInAnyOrderElementsOf(
            store.stream().map(product -> product.path("id").asText()).toList());
    assertThat(listed)
        .extracting(product -> product.path("status").asText())
        .containsOnly("ACTIVATE");
  }

  @Test
  void aSecondImportMakesNoWrite() {
    Map<String, Long> before = writes.soFar();
    JsonNode end = merchant.importAll();
    assertThat(end.path("done").asInt()).isEqualTo(end.path("total").asInt());
    assertThat(writes.since(before)).isEmpty();
  }

  @Test
  void aNewPriceIsOnePriceCall() {
    JsonNode product = products().get(3);
    change(product, "{\"price\":\"77.00\"}", "/prices/update");
    assertThat(listing(product).path("offers").path(0).path("price").asText()).isEqualTo("84.70");
  }

  @Test
  void newStockIsOneInventoryCall() {
    JsonNode product =
        products().stream()
            .filter(one -> one.path("variants").path(0).path("tracked").asBoolean())
            .findFirst()
            .orElseThrow();
    String variant = product.path("variants").path(0).path("id").asText();
    Map<String, Long> before = writes.soFar();
    merchant.control(
        "POST",
        shop + "/sandbox/stock",
        "{\"variantId\":\"%s\",\"available\":41}".formatted(variant));
    merchant.importAll();
    assertOnly("/inventory/update", before);
  }

  @Test
  void aNewTitleIsOnePartialEdit() {
    change(
        products().get(5),
        "{\"title\":\"A new name for this fine garden thing of ours\"}",
        "/partial_edit");
    awaitAllLive();
  }

  @Test
  void aDraftIsTakenDownAndComesBack() {
    JsonNode product = products().get(7);
    change(product, "{\"status\":\"draft\"}", "/products/deactivate");
    assertThat(listing(product).path("state").asText()).isEqualTo("off");
    change(product, "{\"status\":\"publish\"}", "/products/activate");
    awaitAllLive();
  }

  private void change(JsonNode product, String edit, String call) {
    Map<String, Long> before = writes.soFar();
    merchant.control("POST", shop + "/sandbox/products/" + product.path("id").asText(), edit);
    merchant.importAll();
    assertOnly(call, before);
  }

  private void assertOnly(String call, Map<String, Long> before) {
    Map<String, Long> made = writes.since(before);
    assertThat(made).as("the smallest call").hasSize(1);
    assertThat(made.keySet().iterator().next()).contains(call);
    assertThat(made.values()).containsExactly(1L);
  }

  private void awaitAllLive() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(merchant.listings(""))
                    .extracting(listing -> listing.path("state").asText())
                    .containsOnly("live"));
  }

  private JsonNode listing(JsonNode product) {
    return merchant.listing(product.path("id").asText());
  }

  private List<JsonNode> products() {
    return items(merchant.control("GET", shop + "/sandbox/products?limit=250", "").path("items"));
  }

  private static List<JsonNode> items(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }
}
