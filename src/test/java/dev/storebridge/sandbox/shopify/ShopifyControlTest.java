package dev.storebridge.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.catalogue.TroubleProducts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The control face and the pictures. */
class ShopifyControlTest {

  private static ShopifySandbox sandbox;
  private static AdminClient client;

  @BeforeAll
  static void start() {
    sandbox = ShopifySandbox.start(ShopifySettings.demo().withoutLimits());
    client = AdminClient.of(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() {
    assertThat(client.post("/sandbox/reset", "").statusCode()).isEqualTo(200);
  }

  @Test
  void showsAndEditsProducts() {
    JsonNode page = get("/sandbox/products?offset=2&limit=3");
    assertThat(page.path("items")).hasSize(3);
    assertThat(page.path("total").asInt()).isGreaterThanOrEqualTo(60);
    String path = "/sandbox/products/" + page.path("items").path(0).path("id").asText();
    String edit =
        "{\"title\":\"Renamed\",\"price\":\"7.25\",\"status\":\"draft\",\"description\":\"<p>x</p>\"}";
    JsonNode edited = AdminClient.json(client.post(path, edit).body());
    assertThat(edited.path("title").asText()).isEqualTo("Renamed");
    assertThat(edited.path("status").asText()).isEqualTo("draft");
    assertThat(edited.path("variants"))
        .allMatch(variant -> variant.path("price").asText().equals("7.25"));
    assertThat(get(path).path("descriptionHtml").asText()).isEqualTo("<p>x</p>");
  }

  @Test
  void setsStock() {
    JsonNode variant = get("/sandbox/products").path("items").path(0).path("variants").path(0);
    String body =
        "{\"variantId\":\""
            + variant.path("id").asText()
            + "\",\"locationId\":\"66634\",\"available\":77}";
    assertThat(client.post("/sandbox/stock", body).statusCode()).isEqualTo(200);
    JsonNode after = get("/sandbox/products").path("items").path(0).path("variants").path(0);
    assertThat(after.path("stock").path("66634").asInt()).isEqualTo(77);
    assertThat(after.path("stock").path("66633")).isEqualTo(variant.path("stock").path("66633"));
  }

  @Test
  void flipsSwitchesAndCountsCalls() {
    client.post("/sandbox/switches", "{\"fault\":\"server-error\",\"times\":1}");
    assertThat(get("/sandbox/state").path("switches").has("SERVER_ERROR")).isTrue();
    assertThat(client.send("query Ping { shop { id } }", java.util.Map.of()).statusCode())
        .isEqualTo(503);
    client.ask("query Ping { shop { id } }");
    JsonNode calls = get("/sandbox/calls?last=1");
    assertThat(calls.path("counts").path("Ping").asInt()).isEqualTo(2);
    assertThat(calls.path("last").path(0).path("outcome").asText()).isEqualTo("ok");
    assertThat(calls.path("last").path(0).path("requestedCost").asInt()).isEqualTo(1);
    assertThat(calls.path("last").path(0).path("arrivedAt").asText()).endsWith("Z");
  }

  @Test
  void saysWhatIsWrongWithABadOrder() {
    HttpResponse<String> response = client.post("/sandbox/products/1", "{\"title\":\"x\"}");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("There is no product 1");
    assertThat(client.post("/sandbox/nothing", "").statusCode()).isEqualTo(404);
  }

  @Test
  void picturesAreServedInTheWantedSizeAndFormat() throws IOException {
    JsonNode image =
        client
            .ask(
                "{ products(first: 1) { nodes { media(first: 2) { nodes { ... on MediaImage { image {"
                    + " width height url small: url(transform: {maxWidth: 300, preferredContentType:"
                    + " PNG}) } } } } } } }")
            .path("data")
            .path("products")
            .path("nodes")
            .path(0)
            .path("media")
            .path("nodes")
            .path(0)
            .path("image");
    byte[] original = AdminClient.bytes(image.path("url").asText());
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(original));
    assertThat(picture.getWidth()).isEqualTo(image.path("width").asInt()).isEqualTo(1200);
    assertThat(original).startsWith(0xFF, 0xD8);
    byte[] small = AdminClient.bytes(image.path("small").asText());
    assertThat(ImageIO.read(new ByteArrayInputStream(small)).getWidth()).isEqualTo(300);
    assertThat(small).startsWith(0x89, 'P', 'N', 'G');
    assertThat(AdminClient.bytes(image.path("url").asText())).isEqualTo(original);
    assertThat(client.get("/cdn/shop/files/none.jpg").statusCode()).isEqualTo(404);
  }

  @Test
  void troubleProductsCanBeReadAsTheyAre() {
    TroubleProducts.products().forEach(sandbox::addProduct);
    JsonNode answer =
        client.ask(Documents.PRODUCTS_PAGE, java.util.Map.of("first", 20, "query", "tag:trouble"));
    JsonNode products = answer.path("data").path("products").path("nodes");
    assertThat(products).hasSize(TroubleProducts.products().size());
    assertThat(products).anyMatch(p -> p.path("media").path("nodes").isEmpty());
    assertThat(products).anyMatch(p -> p.path("variants").path("nodes").isEmpty());
    assertThat(products).anyMatch(p -> p.path("options").size() == 4);
    assertThat(products).anyMatch(p -> p.at("/variants/nodes/0/price").asText().equals("0.00"));
    assertThat(products)
        .anyMatch(
            p -> p.at("/variants/nodes/0/inventoryItem/measurement/weight/value").asDouble(1) == 0);
  }

  private static JsonNode get(String path) {
    return AdminClient.json(client.get(path).body());
  }
}
