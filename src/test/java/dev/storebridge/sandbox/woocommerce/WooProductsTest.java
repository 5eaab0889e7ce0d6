package dev.storebridge.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What products look like, and what may be written. */
class WooProductsTest {

  private static WooCommerceSandbox sandbox;
  private static WooClient client;
  private static int number;

  @BeforeAll
  static void start() {
    sandbox = WooCommerceSandbox.start(WooCommerceSettings.demo().secure());
    client = WooClient.of(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void whatIsCreatedIsShownWithEverythingWorkedOut() {
    HttpResponse<String> answer =
        client.post(
            "/products",
            """
            {"name": "Tin Lantern", "sku": "TIN-1", "regular_price": "12.50", "sale_price": "9.99",
             "manage_stock": true, "stock_quantity": 30, "weight": "0.35",
             "dimensions": {"length": "9", "width": "8"}, "global_unique_id": "9521234567893",
             "meta_data": [{"key": "_maker", "value": {"name": "Ada"}}]}
            """);
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode made = WooClient.json(answer);
    assertThat(answer.headers().firstValue("Location"))
        .contains(sandbox.storeUrl() + "/wp-json/wc/v3/products/" + made.path("id").asLong());
    assertThat(made.path("slug").asText()).isEqualTo("tin-lantern");
    assertThat(made.path("price").asText()).isEqualTo("9.99");
    assertThat(made.path("on_sale").asBoolean()).isTrue();
    assertThat(made.path("stock_status").asText()).isEqualTo("instock");
    assertThat(made.at("/dimensions/width").asText()).isEqualTo("8");
    assertThat(made.at("/dimensions/height").asText()).isEmpty();
    assertThat(made.at("/meta_data/0/value/name").asText()).isEqualTo("Ada");
    assertThat(made.at("/meta_data/0/id").asLong()).isPositive();
    assertThat(client.json("/products/" + made.path("id").asLong())).isEqualTo(made);
  }

  @Test
  void textsComeAsPhpWritesThem() {
    String raw = client.post("/products", "{\"name\": \"Caf\u00e9 / Terrace\"}").body();
    assertThat(raw).contains("\"name\":\"Caf\\u00e9 \\/ Terrace\"");
  }

  @Test
  void aSkuBelongsToOneProduct() {
    long holder = create("{\"name\": \"a\", \"sku\": \"ONE\"}");
    JsonNode error = refused(client.post("/products", "{\"name\": \"b\", \"sku\": \"ONE\"}"), 400);
    assertThat(error.path("code").asText()).isEqualTo("product_invalid_sku");
    assertThat(error.at("/data/resource_id").asLong()).isEqualTo(holder);
    assertThat(error.at("/data/unique_sku").asText()).isEqualTo("ONE-1");
    assertThat(client.put("/products/" + holder, "{\"sku\": \"ONE\"}").statusCode()).isEqualTo(200);
    client.delete("/products/" + holder);
    refused(client.post("/products", "{\"name\": \"b\", \"sku\": \"ONE\"}"), 400);
    client.delete("/products/" + holder + "?force=true");
    assertThat(client.post("/products", "{\"name\": \"b\", \"sku\": \"ONE\"}").statusCode())
        .isEqualTo(201);
  }

  @Test
  void valuesOfTheWrongTypeAreRefusedByName() {
    for (String body :
        new String[] {
          "{\"regular_price\": 12.5}",
          "{\"stock_quantity\": \"many\"}",
          "{\"stock_quantity\": 1.5}",
          "{\"manage_stock\": \"parent\"}",
          "{\"status\": \"gone\"}",
          "{\"meta_data\": {}}"
        }) {
      JsonNode error = refused(client.post("/products", body), 400);
      assertThat(error.path("code").asText()).as(body).isEqualTo("rest_invalid_param");
    }
    JsonNode error = refused(client.post("/products", "{\"name\""), 400);
    assertThat(error.path("code").asText()).isEqualTo("rest_invalid_json");
  }

  @Test
  void anUnknownIdIsNotFoundForReadersAndWrongForWriters() {
    JsonNode missing = refused(client.get("/products/999999"), 404);
    assertThat(missing.path("code").asText()).isEqualTo("woocommerce_rest_product_invalid_id");
    assertThat(missing.path("message").asText()).isEqualTo("Invalid ID.");
    refused(client.put("/products/999999", "{}"), 400);
    refused(client.get("/products/999999/variations"), 404);
  }

  @Test
  void theTrashKeepsThingsOutOfSight() {
    long id = create("{\"name\": \"Leaving\"}");
    JsonNode answer = WooClient.json(client.delete("/products/" + id));
    assertThat(answer.path("status").asText()).isEqualTo("publish");
    assertThat(client.json("/products/" + id).path("status").asText()).isEqualTo("trash");
    assertThat(client.json("/products?include=" + id)).isEmpty();
    assertThat(client.json("/products?status=trash&include=" + id)).hasSize(1);
    JsonNode again = refused(client.delete("/products/" + id), 410);
    assertThat(again.path("code").asText()).isEqualTo("woocommerce_rest_already_trashed");
    client.put("/products/" + id, "{\"status\": \"publish\"}");
    assertThat(client.json("/products?include=" + id)).hasSize(1);
    assertThat(client.delete("/products/" + id + "?force=true").statusCode()).isEqualTo(200);
    refused(client.get("/products/" + id), 404);
  }

  @Test
  void metaDataIsMergedByKeyAndById() {
    long id = create("{\"name\": \"m\", \"meta_data\": [{\"key\": \"a\", \"value\": 1}]}");
    JsonNode second =
        put(
            id,
            "{\"meta_data\": [{\"key\": \"a\", \"value\": [2]}, {\"key\": \"b\", \"value\": true}]}");
    assertThat(second.path("meta_data")).hasSize(2);
    assertThat(second.at("/meta_data/0/value/0").asInt()).isEqualTo(2);
    long b = second.at("/meta_data/1/id").asLong();
    JsonNode third = put(id, "{\"meta_data\": [{\"id\": %d, \"value\": null}]}".formatted(b));
    assertThat(third.path("meta_data")).hasSize(1);
  }

  @Test
  void picturesNeedAnEndingOrAnId() {
    JsonNode error =
        refused(
            client.post(
                "/products",
                "{\"name\":\"i\",\"images\":[{\"src\":\"https://x.example/media?id=3\"}]}"),
            400);
    assertThat(error.path("code").asText()).isEqualTo("woocommerce_product_image_upload_error");
    JsonNode made =
        WooClient.json(
            client.post(
                "/products",
                "{\"name\":\"i\",\"images\":[{\"src\":\"https://x.example/pot.jpg\"}]}"));
    String src = made.at("/images/0/src").asText();
    assertThat(src).startsWith(sandbox.storeUrl() + "/wp-content/uploads/").endsWith("/pot.jpg");
    assertThat(WooClient.bytes(src)).startsWith(0xFF, 0xD8);
    assertThat(WooClient.bytes(made.at("/images/0/thumbnail").asText())).startsWith(0xFF, 0xD8);
  }

  @Test
  void membersThatAreWorkedOutCannotBeWritten() {
    long id =
        create("{\"name\": \"w\", \"price\": \"1.00\", \"permalink\": \"x\", \"on_sale\": true}");
    JsonNode shown = client.json("/products/" + id);
    assertThat(shown.path("price").asText()).isEmpty();
    assertThat(shown.path("on_sale").asBoolean()).isFalse();
    assertThat(shown.path("permalink").asText()).startsWith(sandbox.storeUrl());
  }

  private static long create(String body) {
    HttpResponse<String> answer =
        client.post("/products", body.replaceFirst("\\{", "{\"slug\":\"s" + ++number + "\","));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return WooClient.json(answer).path("id").asLong();
  }

  private static JsonNode put(long id, String body) {
    return WooClient.json(client.put("/products/" + id, body));
  }

  private static JsonNode refused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode error = WooClient.json(answer);
    assertThat(error.at("/data/status").asInt()).isEqualTo(status);
    return error;
  }
}
