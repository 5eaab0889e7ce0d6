package dev.storebridge.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.SteeredClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Variations: what they inherit, how they are counted, and that their product notices. */
class WooVariationsTest {

  private static final SteeredClock CLOCK = new SteeredClock();

  private static WooCommerceSandbox sandbox;
  private static WooClient client;

  private String product;
  private long first;

  @BeforeAll
  static void start() {
    sandbox =
        WooCommerceSandbox.start(
            WooCommerceSettings.demo().secure().withClock(CLOCK).withCatalogue(List.of()));
    client = WooClient.of(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void aShirtInTwoSizes() {
    sandbox.reset();
    JsonNode made =
        WooClient.json(
            client.post(
                "/products",
                """
                {"name": "Smock", "type": "variable", "weight": "0.4",
                 "images": [{"src": "https://x.example/smock.jpg"}],
                 "attributes": [
                   {"name": "Size", "variation": true, "visible": true, "options": ["S", "M"]},
                   {"name": "Colour", "variation": true, "visible": true, "options": ["Red"]},
                   {"name": "Cloth", "variation": false, "visible": true, "options": ["Linen"]}]}
                """));
    product = "/products/" + made.path("id").asLong();
    first = variation("S", "30.00", "SM-S");
    variation("M", "28.00", "SM-M");
  }

  @Test
  void theyShowTheirOptionsAndTheirProduct() {
    JsonNode shown = client.json(product + "/variations/" + first);
    assertThat(shown.path("name").asText()).isEqualTo("S, Red");
    assertThat(shown.path("attributes")).hasSize(2);
    assertThat(shown.at("/attributes/0/slug").asText()).isEqualTo("size");
    assertThat(shown.path("weight").asText()).isEmpty();
    assertThat(shown.at("/image/src").asText()).endsWith("/smock.jpg");
    assertThat(product).endsWith("/" + shown.path("parent_id").asLong());
    assertThat(client.json("/products/" + first).path("name").asText()).isEqualTo("Smock - S, Red");
  }

  @Test
  void theProductListsThemAndIsAsCheapAsTheCheapest() {
    JsonNode shown = client.json(product);
    assertThat(shown.path("variations")).hasSize(2);
    assertThat(shown.path("price").asText()).isEqualTo("28.00");
    assertThat(shown.path("regular_price").asText()).isEmpty();
    assertThat(shown.path("has_options").asBoolean()).isTrue();
    assertThat(client.json("/products?max_price=28")).hasSize(1);
    assertThat(client.json("/products?min_price=28.01")).isEmpty();
  }

  @Test
  void savingOneDatesItsProductAnew() {
    CLOCK.advance(Duration.ofMinutes(5));
    client.put(product + "/variations/" + first, "{\"stock_quantity\": 3}");
    assertThat(client.json(product).path("date_modified_gmt").asText())
        .isEqualTo(CLOCK.instant().toString().replace("Z", ""));
    assertThat(client.json(product).path("date_created_gmt").asText())
        .isNotEqualTo(client.json(product).path("date_modified_gmt").asText());
  }

  @Test
  void theirStockIsSetAbsolutelyAndDecidesTheirStatus() {
    JsonNode gone = put("{\"stock_quantity\": 0}");
    assertThat(gone.path("stock_status").asText()).isEqualTo("outofstock");
    assertThat(put("{\"backorders\": \"notify\"}").path("stock_status").asText())
        .isEqualTo("onbackorder");
    JsonNode back = put("{\"stock_quantity\": \"11\"}");
    assertThat(back.path("stock_quantity").asInt()).isEqualTo(11);
    assertThat(back.path("stock_status").asText()).isEqualTo("instock");
  }

  @Test
  void withoutManagedStockAQuantityIsIgnored() {
    JsonNode loose = put("{\"manage_stock\": false, \"stock_quantity\": 40}");
    assertThat(loose.path("stock_quantity").isNull()).isTrue();
    assertThat(put("{\"stock_quantity\": 40}").path("stock_quantity").isNull()).isTrue();
    assertThat(put("{\"stock_status\": \"outofstock\"}").path("stock_status").asText())
        .isEqualTo("outofstock");
  }

  @Test
  void theProductMayKeepTheStockOfAll() {
    client.put(product, "{\"manage_stock\": true, \"stock_quantity\": 8}");
    JsonNode shown = put("{\"manage_stock\": false}");
    assertThat(shown.path("manage_stock").asText()).isEqualTo("parent");
    assertThat(shown.path("stock_quantity").asInt()).isEqualTo(8);
    assertThat(put("{\"stock_quantity\": 99}").path("stock_quantity").asInt()).isEqualTo(8);
  }

  @Test
  void theyAreDeletedForGoodOrNotAtAll() {
    HttpResponse<String> refused = client.delete(product + "/variations/" + first);
    assertThat(refused.statusCode()).isEqualTo(501);
    assertThat(client.delete(product + "/variations/" + first + "?force=true").statusCode())
        .isEqualTo(200);
    assertThat(client.json(product).path("variations")).hasSize(1);
    assertThat(client.get(product + "/variations/" + first).statusCode()).isEqualTo(404);
  }

  @Test
  void oneThatNamesNoValueMeansAny() {
    JsonNode any =
        WooClient.json(
            client.post(
                product + "/variations",
                "{\"regular_price\": \"9\", \"attributes\": [{\"name\": \"Size\", \"option\": \"S\"}]}"));
    assertThat(any.path("attributes")).hasSize(1);
    assertThat(any.path("name").asText()).isEqualTo("S");
  }

  @Test
  void theyAreNotWrittenAsProducts() {
    assertThat(client.put("/products/" + first, "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void aBatchAnswersInOrderAndFailsEntryByEntry() {
    String body =
        """
        {"create": [{"sku": "SM-S", "regular_price": "1"}, {"sku": "SM-NEW", "regular_price": "2"}],
         "update": [{"id": 999999, "stock_quantity": 1}, {"id": %d, "stock_quantity": 6}]}
        """
            .formatted(first);
    JsonNode answer = WooClient.json(client.post(product + "/variations/batch", body));
    assertThat(answer.at("/create/0/id").asLong()).isZero();
    assertThat(answer.at("/create/0/error/code").asText()).isEqualTo("product_invalid_sku");
    assertThat(answer.at("/create/1/sku").asText()).isEqualTo("SM-NEW");
    assertThat(answer.at("/update/0/id").asLong()).isEqualTo(999_999);
    assertThat(answer.at("/update/0/error/data/status").asInt()).isEqualTo(400);
    assertThat(answer.at("/update/1/stock_quantity").asInt()).isEqualTo(6);
    assertThat(answer.has("delete")).isFalse();
  }

  @Test
  void aBatchTakesAHundredAndNoMore() {
    assertThat(client.post(product + "/variations/batch", creating(100)).statusCode())
        .isEqualTo(200);
    HttpResponse<String> answer = client.post("/products/batch", creating(101));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(WooClient.json(answer).path("code").asText())
        .isEqualTo("woocommerce_rest_request_entity_too_large");
  }

  @Test
  void aBatchDeletesForGood() {
    String body = "{\"delete\": [%d]}".formatted(first);
    JsonNode answer = WooClient.json(client.post(product + "/variations/batch", body));
    assertThat(answer.at("/delete/0/id").asLong()).isEqualTo(first);
    assertThat(client.get("/products/" + first).statusCode()).isEqualTo(404);
  }

  private static String creating(int many) {
    List<String> entries =
        IntStream.range(0, many).mapToObj(i -> "{\"regular_price\":\"1\"}").toList();
    return "{\"create\": [" + String.join(",", entries) + "]}";
  }

  private JsonNode put(String body) {
    return WooClient.json(client.put(product + "/variations/" + first, body));
  }

  private long variation(String size, String price, String sku) {
    String body =
        """
        {"sku": "%s", "regular_price": "%s", "manage_stock": true, "stock_quantity": 7,
         "attributes": [{"name": "Size", "option": "%s"}, {"name": "Colour", "option": "Red"}]}
        """
            .formatted(sku, price, size);
    HttpResponse<String> made = client.post(product + "/variations", body);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(WooClient.json(made).path("image").isNull()).isTrue();
    return WooClient.json(made).path("id").asLong();
  }
}
