package dev.storebridge.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the API is found, and what the shop says of itself. */
class WooSiteTest {

  @Test
  void theFrontPagePointsToTheApi() {
    try (WooCommerceSandbox sandbox = WooCommerceSandbox.start(settings())) {
      WooClient client = WooClient.stranger(sandbox);
      HttpResponse<String> page = client.send("GET", sandbox.storeUrl() + "/", null);
      assertThat(page.headers().firstValue("Link"))
          .contains("<" + sandbox.storeUrl() + "/wp-json/>; rel=\"https://api.w.org/\"");
      JsonNode root = WooClient.json(client.send("GET", sandbox.storeUrl() + "/wp-json/", null));
      assertThat(root.path("namespaces")).anyMatch(one -> one.asText().equals("wc/v3"));
    }
  }

  @Test
  void aShopInASubDirectoryIsThereAlone() {
    WooCommerceSettings settings = settings();
    try (WooCommerceSandbox sandbox =
        WooCommerceSandbox.start(settings.withSite(settings.site().withPath("/shop")))) {
      WooClient client = WooClient.of(sandbox);
      assertThat(sandbox.storeUrl()).endsWith("/shop");
      assertThat(client.get("/products").statusCode()).isEqualTo(200);
      assertThat(client.json("/products").at("/0/_links/self/0/href").asText())
          .startsWith(sandbox.storeUrl() + "/wp-json/wc/v3/products/");
      String outside = sandbox.storeUrl().replace("/shop", "") + "/wp-json/wc/v3/products";
      assertThat(client.send("GET", outside, null).statusCode()).isEqualTo(404);
      String image = client.json("/products").at("/0/images/0/src").asText();
      assertThat(WooClient.bytes(image)).startsWith(0xFF, 0xD8);
    }
  }

  @Test
  void withoutPrettyPermalinksTheRouteIsAParameter() {
    WooCommerceSettings settings = settings();
    try (WooCommerceSandbox sandbox =
        WooCommerceSandbox.start(settings.withSite(settings.site().plain()))) {
      WooClient client = WooClient.of(sandbox);
      assertThat(client.get("/products").statusCode()).isEqualTo(404);
      String url = sandbox.storeUrl() + "/?rest_route=/wc/v3/products&per_page=3";
      HttpResponse<String> answer = client.send("GET", url, null);
      assertThat(WooClient.json(answer)).hasSize(3);
      assertThat(answer.headers().firstValue("Link").orElseThrow())
          .contains("/?rest_route=/wc/v3/products&per_page=3&page=2>");
      assertThat(client.send("GET", sandbox.storeUrl() + "/", null).headers().firstValue("Link"))
          .contains("<" + sandbox.storeUrl() + "/?rest_route=/>; rel=\"https://api.w.org/\"");
    }
  }

  @Test
  void withoutPrettyPermalinksTheParameterIsSigned() {
    WooCommerceSettings settings = WooCommerceSettings.demo();
    try (WooCommerceSandbox sandbox =
        WooCommerceSandbox.start(settings.withSite(settings.site().plain()))) {
      OauthSigner signer =
          new OauthSigner(
              WooCommerceSettings.DEMO_KEY.consumerKey(),
              WooCommerceSettings.DEMO_KEY.consumerSecret());
      String url = sandbox.storeUrl() + "/?rest_route=/wc/v3/products";
      long now = settings.clock().instant().getEpochSecond();
      assertThat(
              WooClient.stranger(sandbox)
                  .send("GET", signer.sign("GET", url, now), null)
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void settingsSayUnitsCurrencyAndTax() {
    try (WooCommerceSandbox sandbox = WooCommerceSandbox.start(settings())) {
      WooClient client = WooClient.of(sandbox);
      assertThat(value(client, "tax/woocommerce_prices_include_tax")).isEqualTo("yes");
      assertThat(value(client, "products/woocommerce_weight_unit")).isEqualTo("kg");
      assertThat(value(client, "products/woocommerce_dimension_unit")).isEqualTo("cm");
      assertThat(value(client, "general/woocommerce_currency")).isEqualTo("GBP");
      assertThat(client.json("/data/currencies/current").path("code").asText()).isEqualTo("GBP");
      assertThat(client.json("/settings/general")).hasSizeGreaterThan(2);
      assertThat(client.get("/settings/general/nothing").statusCode()).isEqualTo(404);
      JsonNode status = client.json("/system_status");
      assertThat(status.at("/environment/version").asText()).isEqualTo("11.0.1");
      assertThat(status.at("/settings/currency").asText()).isEqualTo("GBP");
    }
  }

  @Test
  void categoriesCountTheirProducts() {
    try (WooCommerceSandbox sandbox = WooCommerceSandbox.start(settings())) {
      WooClient client = WooClient.of(sandbox);
      JsonNode categories = client.json("/products/categories?per_page=100");
      assertThat(categories).hasSizeGreaterThan(5);
      JsonNode pots = categories.path(2);
      List<JsonNode> products =
          List.of(client.json("/products?per_page=100&category=" + pots.path("id").asLong()));
      assertThat(products.get(0)).hasSize(pots.path("count").asInt());
      assertThat(client.json("/products/categories/" + pots.path("id").asLong())).isEqualTo(pots);
    }
  }

  @Test
  void attributesOfTheWholeShopHaveIdsAndTheirOwnList() {
    try (WooCommerceSandbox sandbox = WooCommerceSandbox.start(settings())) {
      WooClient client = WooClient.of(sandbox);
      JsonNode colour = client.json("/products/attributes").path(0);
      assertThat(colour.path("slug").asText()).isEqualTo("pa_colour");
      String one = "/products/attributes/" + colour.path("id").asLong();
      assertThat(client.json(one).path("name").asText()).isEqualTo("Colour");
      assertThat(client.json(one + "/terms?per_page=100"))
          .anyMatch(term -> term.path("name").asText().equals("Moss"));
      JsonNode can = client.json("/products?slug=heron-watering-can").path(0);
      assertThat(can.at("/attributes/0/id")).isEqualTo(colour.path("id"));
      String variations = "/products/" + can.path("id").asLong() + "/variations";
      String body =
          "{\"attributes\":[{\"id\":%d,\"option\":\"Slate\"}]}"
              .formatted(colour.path("id").asLong());
      JsonNode made = WooClient.json(client.post(variations, body));
      assertThat(made.at("/attributes/0/name").asText()).isEqualTo("Colour");
      assertThat(made.at("/attributes/0/slug").asText()).isEqualTo("pa_colour");
    }
  }

  private static String value(WooClient client, String setting) {
    return client.json("/settings/" + setting).path("value").asText();
  }

  private static WooCommerceSettings settings() {
    return WooCommerceSettings.demo().secure();
  }
}
