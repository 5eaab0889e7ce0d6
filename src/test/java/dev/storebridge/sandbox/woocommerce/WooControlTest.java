package dev.storebridge.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The control face, and what the demo shop and its difficult products look like. */
class WooControlTest {

  private static WooCommerceSandbox sandbox;
  private static WooClient client;

  @BeforeAll
  static void start() {
    sandbox = WooCommerceSandbox.start(WooCommerceSettings.demo().secure());
    client = WooClient.of(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() {
    client.control("POST", "reset", "");
  }

  @Test
  void showsAndEditsProducts() {
    JsonNode page = client.control("GET", "products?offset=2&limit=3", null);
    assertThat(page.path("items")).hasSize(3);
    assertThat(page.path("total").asInt()).isEqualTo(sandbox.shelf().products().size());
    String id = page.at("/items/0/id").asText();
    JsonNode edited =
        client.control(
            "POST",
            "products/" + id,
            "{\"title\":\"Renamed\",\"price\":\"7.25\",\"status\":\"draft\",\"description\":\"<p>x</p>\"}");
    assertThat(edited.path("title").asText()).isEqualTo("Renamed");
    assertThat(edited.path("variants")).allMatch(v -> v.path("price").asText().equals("7.25"));
    JsonNode shown = client.json("/products/" + id);
    assertThat(shown.path("status").asText()).isEqualTo("draft");
    assertThat(shown.path("price").asText()).isEqualTo("7.25");
    assertThat(shown.path("description").asText()).isEqualTo("<p>x</p>");
  }

  @Test
  void setsStockWhereItIsKept() {
    JsonNode own = variant("store");
    stock(own, 77);
    assertThat(client.json("/products/" + own.path("id").asText()).path("stock_quantity").asInt())
        .isEqualTo(77);
    JsonNode shared = variant("product");
    stock(shared, 55);
    JsonNode shown = client.json("/products/" + shared.path("id").asText());
    assertThat(shown.path("manage_stock").asText()).isEqualTo("parent");
    assertThat(shown.path("stock_quantity").asInt()).isEqualTo(55);
    JsonNode parent = client.json("/products/" + shown.path("parent_id").asLong());
    assertThat(parent.path("stock_quantity").asInt()).isEqualTo(55);
  }

  @Test
  void trashesAddsAndRemoves() {
    JsonNode added =
        client.control("POST", "products", "{\"title\":\"New Dibber\",\"sku\":\"DIB\"}");
    String id = added.path("id").asText();
    assertThat(client.json("/products?sku=DIB")).hasSize(1);
    client.control("POST", "products/" + id + "/trash", "");
    assertThat(client.json("/products/" + id).path("status").asText()).isEqualTo("trash");
    client.control("DELETE", "products/" + id, null);
    assertThat(client.get("/products/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void flipsSwitchesAndCountsCalls() {
    client.control("POST", "switches", "{\"fault\":\"server-error\",\"times\":1}");
    assertThat(client.control("GET", "state", null).path("switches").has("SERVER_ERROR")).isTrue();
    assertThat(client.get("/products").statusCode()).isEqualTo(500);
    client.get("/products");
    JsonNode calls = client.control("GET", "calls?last=2", null);
    assertThat(calls.path("counts").path("GET /products").asInt()).isEqualTo(2);
    client.send("GET", sandbox.storeUrl() + "/wp-json/", null);
    assertThat(sandbox.calls().count("GET /wp-json")).isEqualTo(1);
    assertThat(calls.at("/last/0/outcome").asText()).isEqualTo("SERVER_ERROR");
    assertThat(calls.at("/last/1/outcome").asText()).isEqualTo("ok");
    assertThat(calls.at("/last/1/arrivedAt").asText()).endsWith("Z");
  }

  @Test
  void saysWhatItCanDo() {
    JsonNode state = client.control("GET", "state", null);
    assertThat(state.path("platform").asText()).isEqualTo("woocommerce");
    assertThat(state.path("storeUrl").asText()).isEqualTo(sandbox.storeUrl());
    assertThat(state.path("statuses").get(0).asText()).isEqualTo("publish");
    assertThat(state.path("faults")).hasSize(Fault.values().length);
  }

  @Test
  void saysWhatIsWrongWithABadOrder() {
    assertThat(client.control("POST", "products/1", "{}").path("error").asText())
        .isEqualTo("There is no product 1");
    assertThat(client.control("POST", "switches", "{\"fault\":\"rain\"}").has("error")).isTrue();
  }

  @Test
  void theDifficultProductsAreThereAsTheyAre() {
    client.control("POST", "trouble", "");
    assertThat(client.json("/products?type=grouped")).hasSize(1);
    assertThat(client.json("/products?type=external").at("/0/external_url").asText()).isNotEmpty();
    assertThat(client.json("/products?downloadable=true").at("/0/virtual").asBoolean()).isTrue();
    assertThat(client.json("/products?sku=WOO-DOUBLED")).hasSize(2);
    assertThat(client.json("/products?sku=WOO-ANY-10").at("/0/attributes")).hasSize(1);
    assertThat(client.json("/products?sku=WOO-NO-PRICE").at("/0/price").asText()).isEmpty();
    assertThat(client.json("/products?sku=WOO-NEGATIVE").at("/0/stock_status").asText())
        .isEqualTo("onbackorder");
    assertThat(client.json("/products?sku=TROUBLE-NO-PICTURE").at("/0/images")).isEmpty();
  }

  @Test
  void theDemoShopHasEveryKindOfProduct() {
    JsonNode products = client.json("/products?per_page=100");
    assertThat(products).hasSizeGreaterThanOrEqualTo(30);
    assertThat(products).anyMatch(one -> one.path("type").asText().equals("simple"));
    assertThat(products)
        .anyMatch(
            one ->
                !one.path("manage_stock").asBoolean()
                    && one.path("type").asText().equals("simple"));
    assertThat(products)
        .anyMatch(
            one ->
                one.path("manage_stock").asBoolean()
                    && one.path("type").asText().equals("variable"));
    assertThat(products)
        .allMatch(one -> one.path("price").asText().matches("[0-9]+\\.[0-9]{2}"))
        .allMatch(one -> !one.path("images").isEmpty())
        .allMatch(one -> one.path("slug").asText().matches("[a-z0-9-]+"));
    JsonNode variations = client.json("/variations?per_page=100");
    assertThat(variations).anyMatch(one -> one.path("weight").asText().isEmpty());
    assertThat(variations).anyMatch(one -> !one.path("weight").asText().isEmpty());
    assertThat(variations).anyMatch(one -> one.path("attributes").size() == 2);
    assertThat(variations).anyMatch(one -> one.path("manage_stock").asText().equals("parent"));
  }

  @Test
  void quantitiesMayComeAsTextAndWithDecimals() {
    try (WooCommerceSandbox odd =
        WooCommerceSandbox.start(
            WooCommerceSettings.demo()
                .secure()
                .withQuirks(
                    WooCommerceSettings.Quirk.STOCK_AS_TEXT,
                    WooCommerceSettings.Quirk.STOCK_WITH_DECIMALS))) {
      JsonNode made =
          WooClient.json(
              WooClient.of(odd)
                  .post("/products", "{\"manage_stock\":true,\"stock_quantity\":2.5}"));
      assertThat(made.path("stock_quantity").isTextual()).isTrue();
      assertThat(made.path("stock_quantity").asText()).isEqualTo("2.5");
    }
  }

  private static JsonNode variant(String keeper) {
    for (JsonNode product : client.control("GET", "products?limit=250", null).path("items")) {
      for (JsonNode variant : product.path("variants")) {
        if (variant.path("stock").has(keeper)) {
          return variant;
        }
      }
    }
    throw new AssertionError("no variant keeps its stock at its " + keeper);
  }

  private static void stock(JsonNode variant, int units) {
    client.control(
        "POST",
        "stock",
        "{\"variantId\":\"%s\",\"available\":%d}".formatted(variant.path("id").asText(), units));
  }
}
