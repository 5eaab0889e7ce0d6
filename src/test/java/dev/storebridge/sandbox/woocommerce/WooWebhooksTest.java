package dev.storebridge.sandbox.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.catalogue.GardenCatalogue;
import dev.storebridge.sandbox.post.Delivery;
import dev.storebridge.sandbox.post.Mishap;
import dev.storebridge.sandbox.post.Receiver;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks: managed strictly, delivered late, collapsed, signed, and given up. */
class WooWebhooksTest {

  private static final String SECRET = "5ec2e7";

  private WooCommerceSandbox sandbox;
  private WooClient client;
  private Receiver receiver;

  @BeforeEach
  void start() {
    receiver = new Receiver();
    sandbox = shop(Duration.ofMillis(50));
    client = WooClient.of(sandbox);
  }

  private static WooCommerceSandbox shop(Duration delay) {
    WooCommerceSettings settings = WooCommerceSettings.demo();
    return WooCommerceSandbox.start(
        settings
            .withSite(settings.site().secure().reachingPrivateAddresses())
            .withWebhookDelay(delay)
            .withCatalogue(List.of()));
  }

  @AfterEach
  void stop() {
    sandbox.close();
    receiver.close();
  }

  @Test
  void anUnsignedPingComesBeforeTheAnswer() {
    HttpResponse<String> answer = subscribe("product.updated");
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode made = WooClient.json(answer);
    assertThat(made.path("status").asText()).isEqualTo("active");
    assertThat(made.has("secret")).isFalse();
    assertThat(made.path("hooks")).hasSize(3);
    assertThat(receiver.received()).hasSize(1);
    Receiver.Sent ping = receiver.received().get(0);
    assertThat(ping.text()).isEqualTo("webhook_id=" + made.path("id").asLong());
    assertThat(ping.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(ping.header("X-WC-Webhook-Signature")).isNull();
  }

  @Test
  void deliveriesAreLostAndDoubledOnRequest() {
    subscribe("product.updated");
    long id = sandbox.addProduct(GardenCatalogue.products().getFirst()).id();
    sandbox.changeTitle(id, "Told once");
    await().until(() -> receiver.received().size() == 2);
    sandbox.webhooks().post().mishaps().next(Mishap.LOSE, 1);
    sandbox.changeTitle(id, "Lost");
    await().until(() -> outcomes().contains("lost"));
    sandbox.webhooks().post().mishaps().next(Mishap.DUPLICATE, 1);
    sandbox.changeTitle(id, "Told twice");
    await().until(() -> receiver.received().size() == 4);
    assertThat(receiver.received().subList(2, 4))
        .allMatch(sent -> sent.text().contains("Told twice"));
  }

  private List<String> outcomes() {
    return sandbox.webhooks().post().deliveries().last(10).stream().map(Delivery::outcome).toList();
  }

  @Test
  void whatTheReceiverAnswersToThePingDoesNotMatter() {
    receiver.answers(500);
    assertThat(subscribe("product.updated").statusCode()).isEqualTo(201);
  }

  @Test
  void aDeliveryCarriesTheSignedProduct() {
    long id = create("{\"name\": \"Caf\u00e9 / Pot\"}");
    subscribe("product.updated");
    client.put("/products/" + id, "{\"regular_price\": \"3\"}");
    Receiver.Sent sent = delivery(1);
    assertThat(sent.text()).contains("Caf\\u00e9 \\/ Pot").contains("\"id\":" + id);
    assertThat(sent.header("X-WC-Webhook-Topic")).isEqualTo("product.updated");
    assertThat(sent.header("X-WC-Webhook-Resource")).isEqualTo("product");
    assertThat(sent.header("X-WC-Webhook-Event")).isEqualTo("updated");
    assertThat(sent.header("X-WC-Webhook-Source")).isEqualTo(sandbox.storeUrl() + "/");
    assertThat(sent.header("X-WC-Webhook-Delivery-ID")).matches("[0-9a-f]{32}");
    assertThat(sent.header("Content-Type")).isEqualTo("application/json");
    assertThat(sent.header("User-Agent")).startsWith("WooCommerce/");
    assertThat(sent.header("X-WC-Webhook-Signature")).isEqualTo(hmac(sent.body()));
  }

  @Test
  void severalChangesCollapseIntoTheStateAtDelivery() {
    sandbox.close();
    sandbox = shop(Duration.ofMillis(400));
    client = WooClient.of(sandbox);
    long id = create("{\"name\": \"Bowl\"}");
    subscribe("product.updated");
    for (int price = 1; price <= 4; price++) {
      client.put("/products/" + id, "{\"regular_price\": \"" + price + "\"}");
    }
    assertThat(delivery(1).text()).contains("\"price\":\"4\"");
    client.put("/products/" + id, "{\"regular_price\": \"9\"}");
    assertThat(delivery(2).text()).contains("\"price\":\"9\"");
    assertThat(receiver.received()).as("a ping and two deliveries").hasSize(3);
  }

  @Test
  void aVariationComesInTheShapeOfAProduct() {
    long id =
        create(
            "{\"name\":\"Apron\",\"type\":\"variable\",\"attributes\":[{\"name\":\"Size\",\"variation\":true,\"options\":[\"L\"]}]}");
    String path = "/products/" + id + "/variations";
    long variation =
        WooClient.json(
                client.post(
                    path,
                    "{\"regular_price\":\"5\",\"attributes\":[{\"name\":\"Size\",\"option\":\"L\"}]}"))
            .path("id")
            .asLong();
    subscribe("product.updated");
    client.put(path + "/" + variation, "{\"regular_price\": \"6\"}");
    JsonNode body = read(delivery(1));
    assertThat(body.path("id").asLong()).isEqualTo(variation);
    assertThat(body.path("type").asText()).isEqualTo("variation");
    assertThat(body.path("parent_id").asLong()).isEqualTo(id);
    assertThat(body.path("name").asText()).isEqualTo("Apron - L");
    assertThat(body.has("images")).isTrue();
    subscribe("product.created");
    client.post(path, "{\"regular_price\":\"7\"}");
    assertThat(delivery(3).header("X-WC-Webhook-Topic")).isEqualTo("product.created");
  }

  @Test
  void theTrashIsToldAndTheEndIsNot() {
    long trashed = create("{\"name\": \"a\"}");
    long gone = create("{\"name\": \"b\"}");
    subscribe("product.deleted");
    subscribe("product.restored");
    client.delete("/products/" + gone + "?force=true");
    client.delete("/products/" + trashed);
    assertThat(delivery(2).text()).isEqualTo("{\"id\":" + trashed + "}");
    client.put("/products/" + trashed, "{\"status\": \"publish\"}");
    assertThat(delivery(3).header("X-WC-Webhook-Topic")).isEqualTo("product.restored");
  }

  @Test
  void nothingIsTriedAgainAndTheSeventhFailureEndsIt() {
    long id = create("{\"name\": \"Failing\"}");
    long hook = WooClient.json(subscribe("product.updated")).path("id").asLong();
    receiver.answers(500);
    for (int i = 1; i <= 7; i++) {
      assertThat(status(hook)).isEqualTo("active");
      client.put("/products/" + id, "{\"menu_order\": " + i + "}");
      int expected = i;
      await().until(() -> sandbox.webhooks().find(hook).orElseThrow().failures() == expected);
    }
    assertThat(receiver.received()).hasSize(8);
    assertThat(status(hook)).isEqualTo("disabled");
    receiver.answers(302);
    client.put("/webhooks/" + hook, "{\"status\": \"active\"}");
    client.put("/products/" + id, "{\"menu_order\": 99}");
    delivery(8);
    await().until(() -> sandbox.webhooks().find(hook).orElseThrow().failures() == 0);
  }

  @Test
  void managementIsStrict() {
    assertThat(code(client.post("/webhooks", body("product.exploded"))))
        .isEqualTo("woocommerce_rest_shop_webhook_invalid_topic");
    assertThat(
            code(
                client.post("/webhooks", "{\"topic\":\"product.updated\",\"delivery_url\":\"x\"}")))
        .isEqualTo("woocommerce_rest_shop_webhook_invalid_delivery_url");
    long hook = WooClient.json(subscribe("product.updated")).path("id").asLong();
    assertThat(client.delete("/webhooks/" + hook).statusCode()).isEqualTo(501);
    client.put("/webhooks/" + hook, "{\"status\": \"paused\"}");
    assertThat(client.json("/webhooks?status=active")).isEmpty();
    assertThat(client.json("/webhooks")).hasSize(1);
    assertThat(client.delete("/webhooks/" + hook + "?force=true").statusCode()).isEqualTo(200);
    assertThat(client.get("/webhooks/" + hook).statusCode()).isEqualTo(404);
  }

  @Test
  void aRealShopDoesNotReachThisMachine() {
    try (WooCommerceSandbox real =
        WooCommerceSandbox.start(WooCommerceSettings.demo().secure().withCatalogue(List.of()))) {
      assertThat(WooClient.of(real).post("/webhooks", body("product.created")).statusCode())
          .isEqualTo(201);
      assertThat(receiver.received()).isEmpty();
    }
  }

  private HttpResponse<String> subscribe(String topic) {
    return client.post("/webhooks", body(topic));
  }

  private String body(String topic) {
    return "{\"name\":\"n\",\"topic\":\"%s\",\"delivery_url\":\"%s\",\"secret\":\"%s\"}"
        .formatted(topic, receiver.url("/hook"), SECRET);
  }

  private Receiver.Sent delivery(int index) {
    await().atMost(Duration.ofSeconds(10)).until(() -> receiver.received().size() > index);
    return receiver.received().get(index);
  }

  private String status(long hook) {
    return client.json("/webhooks/" + hook).path("status").asText();
  }

  private static String code(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    return WooClient.json(answer).path("code").asText();
  }

  private long create(String body) {
    return WooClient.json(client.post("/products", body)).path("id").asLong();
  }

  private static JsonNode read(Receiver.Sent sent) {
    try {
      return WooClient.JSON.readTree(sent.body());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String hmac(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
