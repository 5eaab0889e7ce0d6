package dev.storebridge.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storebridge.sandbox.shopify.ShopifySandbox;
import dev.storebridge.sandbox.shopify.ShopifySettings;
import dev.storebridge.sandbox.woocommerce.WooCommerceSandbox;
import dev.storebridge.sandbox.woocommerce.WooCommerceSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page finds every store and can do the same with each of them. */
class SandboxPageTest {

  private static final List<String> STORES = List.of("shopify", "woocommerce");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static ShopifySandbox shopify;
  private static WooCommerceSandbox woocommerce;
  private static SandboxPage page;

  @BeforeAll
  static void start() {
    shopify = ShopifySandbox.start(ShopifySettings.demo());
    woocommerce = WooCommerceSandbox.start(WooCommerceSettings.demo());
    Map<String, String> platforms = new LinkedHashMap<>();
    platforms.put("shopify", shopify.storeUrl());
    platforms.put("woocommerce", woocommerce.storeUrl());
    page = SandboxPage.start(0, platforms);
  }

  @AfterAll
  static void stop() {
    page.close();
    woocommerce.close();
    shopify.close();
  }

  @Test
  void namesThePlatformsInTheirOrder() throws Exception {
    assertThat(JSON.convertValue(call("GET", "/platforms", ""), List.class)).isEqualTo(STORES);
  }

  @Test
  void servesItsFilesAndNothingElse() throws Exception {
    assertThat(send("GET", "/", "").body()).contains("id=\"store\"");
    assertThat(send("GET", "/page.js", "").statusCode()).isEqualTo(200);
    assertThat(send("GET", "/woocommerce/wp-json/wc/v3/products", "").statusCode()).isEqualTo(404);
  }

  @Test
  void everyStoreSaysItsFaultsAndStatuses() throws Exception {
    for (String store : STORES) {
      JsonNode state = call("GET", "/" + store + "/sandbox/state", "");
      assertThat(state.path("faults")).as(store).isNotEmpty();
      assertThat(state.path("statuses")).as(store).isNotEmpty();
      assertThat(state.path("switches").isObject()).as(store).isTrue();
      assertThat(state.path("calls").isObject()).as(store).isTrue();
    }
  }

  @Test
  void everyStoresProductsAreEditedAlike() throws Exception {
    for (String store : STORES) {
      String products = "/" + store + "/sandbox/products";
      JsonNode product = call("GET", products + "?limit=1&offset=0", "").at("/items/0");
      JsonNode variant = product.at("/variants/0");
      String edit =
          "{\"title\":\"Edited\",\"variants\":[{\"id\":\"%s\",\"price\":\"3.33\"}]}"
              .formatted(variant.path("id").asText());
      call("POST", products + "/" + product.path("id").asText(), edit);
      String location = variant.path("stock").fieldNames().next();
      String stock =
          "{\"variantId\":\"%s\",\"locationId\":\"%s\",\"available\":41}"
              .formatted(variant.path("id").asText(), location);
      call("POST", "/" + store + "/sandbox/stock", stock);
      JsonNode after = call("GET", products + "/" + product.path("id").asText(), "");
      assertThat(after.path("title").asText()).isEqualTo("Edited");
      assertThat(after.at("/variants/0/price").asText()).isEqualTo("3.33");
      assertThat(after.at("/variants/0/stock").path(location).asInt()).isEqualTo(41);
      assertThat(after.at("/images/0").asText()).startsWith("http");
    }
  }

  @Test
  void faultsAreFlippedAlike() throws Exception {
    for (String store : STORES) {
      String switches = "/" + store + "/sandbox/switches";
      JsonNode on = call("POST", switches, "{\"fault\":\"truncated-body\",\"times\":-1}");
      assertThat(on.path("switches").has("TRUNCATED_BODY")).isTrue();
      assertThat(call("POST", switches, "{\"clear\":true}").path("switches")).isEmpty();
    }
  }

  private static JsonNode call(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(page.url() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
