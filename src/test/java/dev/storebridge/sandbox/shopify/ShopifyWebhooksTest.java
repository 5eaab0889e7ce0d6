package dev.storebridge.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.post.Mishap;
import dev.storebridge.sandbox.post.Receiver;
import dev.storebridge.sandbox.shopify.store.StoredLevel;
import dev.storebridge.sandbox.shopify.store.StoredProduct;
import dev.storebridge.sandbox.shopify.store.StoredVariant;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks: managed strictly, signed, narrowed, tried again, given up, and lost on request. */
class ShopifyWebhooksTest {

  private static final String SECRET = "shpss_hook";

  private ShopifySandbox sandbox;
  private AdminClient client;
  private Receiver receiver;
  private WebhookDesk desk;

  @BeforeEach
  void start() {
    receiver = new Receiver();
    sandbox = ShopifySandbox.start(ShopifySettings.demo().sendingWebhooks(SECRET));
    client = AdminClient.of(sandbox);
    desk = new WebhookDesk(client, receiver);
  }

  @AfterEach
  void stop() {
    sandbox.close();
    receiver.close();
  }

  @Test
  void aSubscriptionIsMadeListedChangedAndDeleted() {
    JsonNode made =
        desk.made("PRODUCTS_UPDATE", Map.of("includeFields", List.of("id"), "name", "a-1"));
    assertThat(made.path("format").asText()).isEqualTo("JSON");
    assertThat(made.at("/apiVersion/handle").asText()).isEqualTo("2026-10");
    assertThat(desk.list("PRODUCTS_UPDATE")).hasSize(1);
    assertThat(desk.list("PRODUCTS_CREATE")).isEmpty();
    String id = made.path("id").asText();
    JsonNode changed = desk.change(id, Map.of("uri", receiver.url("/elsewhere")));
    assertThat(changed.at("/webhookSubscription/uri").asText()).endsWith("/elsewhere");
    assertThat(changed.at("/webhookSubscription/includeFields/0").asText()).isEqualTo("id");
    assertThat(desk.drop(id).path("deletedWebhookSubscriptionId").asText()).isEqualTo(id);
    assertThat(desk.drop(id).at("/userErrors/0/message").asText())
        .isEqualTo("Webhook subscription does not exist");
    assertThat(desk.change(id, Map.of()).at("/userErrors/0/message").asText())
        .isEqualTo("Webhook subscription does not exist");
  }

  @Test
  void whatIsWrongWithASubscriptionIsSaidInShopifysWords() {
    desk.made("PRODUCTS_UPDATE", Map.of("name", "one"));
    assertThat(desk.refusal(Map.of("uri", receiver.url("/hook"))))
        .isEqualTo("Address for this topic has already been taken");
    assertThat(desk.refusal(Map.of("uri", ""))).isEqualTo("Address can't be blank");
    assertThat(desk.refusal(Map.of("uri", "ftp://hooks.example")))
        .isEqualTo("Address protocol ftp:// is not supported");
    assertThat(desk.refusal(Map.of("uri", receiver.url("/other"), "name", "one")))
        .isEqualTo("Name already exists, no duplicate allowed");
    assertThat(
            desk.refusal(
                Map.of(
                    "uri",
                    receiver.url("/other"),
                    "filter",
                    "vendor:Acme",
                    "includeFields",
                    List.of("id"))))
        .startsWith("The specified filter is invalid");
  }

  @Test
  void theRealPlatformTakesNoPlainHttpAndNoInternalHost() {
    try (ShopifySandbox strict = ShopifySandbox.start(ShopifySettings.demo())) {
      desk = new WebhookDesk(AdminClient.of(strict), receiver);
      assertThat(desk.refusal(Map.of("uri", "http://hooks.example/in")))
          .isEqualTo("Address protocol http:// is not supported");
      assertThat(desk.refusal(Map.of("uri", "https://localhost/in")))
          .isEqualTo("Address cannot be a Shopify or an internal domain");
    }
  }

  @Test
  void aTopicNeedsItsScopeAndOnesOwnSubscriptionsAloneAreSeen() {
    desk.made("PRODUCTS_UPDATE", Map.of());
    sandbox.addToken("shpat_other", java.util.Set.of("read_products"));
    AdminClient other = new AdminClient(sandbox, "shpat_other");
    assertThat(other.ask(WebhookDesk.LIST).at("/data/webhookSubscriptions/nodes")).isEmpty();
    JsonNode refused =
        other.ask(
            WebhookDesk.CREATE,
            Map.of("topic", "ORDERS_CANCELLED", "input", Map.of("uri", receiver.url("/other"))));
    assertThat(refused.at("/errors/0/extensions/code").asText()).isEqualTo("ACCESS_DENIED");
    assertThat(refused.at("/errors/0/extensions/requiredAccess").asText()).contains("read_orders");
  }

  @Test
  void anEditIsToldAtOnceSignedAndNarrowed() {
    desk.made(
        "PRODUCTS_UPDATE", Map.of("includeFields", List.of("id", "variants.id"), "name", "mine"));
    StoredProduct product = product();
    sandbox.changeTitle(product.id(), "Another title");
    Receiver.Sent sent = received(1).getFirst();
    assertThat(sent.header("X-Shopify-Topic")).isEqualTo("products/update");
    assertThat(sent.header("X-Shopify-Shop-Domain")).isEqualTo(sandbox.settings().shop().domain());
    assertThat(sent.header("X-Shopify-API-Version")).isEqualTo("2026-10");
    assertThat(sent.header("X-Shopify-Name")).isEqualTo("mine");
    assertThat(sent.header("X-Shopify-Webhook-Id")).isNotBlank();
    assertThat(sent.header("X-Shopify-Triggered-At")).endsWith("Z");
    assertThat(sent.header("X-Shopify-Hmac-Sha256")).isEqualTo(signature(sent.body()));
    JsonNode body = AdminClient.json(sent.text());
    assertThat(body.path("id").asLong()).isEqualTo(product.id());
    assertThat(body.has("title")).isFalse();
    assertThat(body.at("/variants/0/id").asLong()).isEqualTo(product.variants().get(0).id());
    assertThat(body.at("/variants/0").size()).isEqualTo(1);
  }

  @Test
  void everyKindOfChangeIsToldAndAnUnchangedOneIsNot() {
    for (String topic :
        List.of(
            "PRODUCTS_CREATE", "PRODUCTS_UPDATE", "PRODUCTS_DELETE", "INVENTORY_LEVELS_UPDATE")) {
      desk.made(topic, Map.of());
    }
    StoredVariant variant = tracked();
    StoredLevel level = sandbox.shelf().levelsOf(variant.itemId()).getFirst();
    sandbox.changeStock(variant.id(), level.locationId(), level.available());
    sandbox.changeTitle(variant.productId(), title(variant.productId()));
    sandbox.changeStock(variant.id(), level.locationId(), level.available() + 5);
    JsonNode stock = AdminClient.json(received(1).getFirst().text());
    assertThat(stock.path("inventory_item_id").asLong()).isEqualTo(variant.itemId());
    assertThat(stock.path("available").asInt()).isEqualTo(level.available() + 5);
    assertThat(stock.path("admin_graphql_api_id").asText()).contains("InventoryLevel/66633");
    sandbox.changePrice(variant.id(), new BigDecimal("3.21"));
    assertThat(AdminClient.json(received(2).getLast().text()).at("/variants").toString())
        .contains("\"3.21\"");
    sandbox.removeProduct(variant.productId());
    assertThat(received(3).getLast().text()).isEqualTo("{\"id\":" + variant.productId() + "}");
    sandbox.addProduct(sandbox.settings().catalogue().getFirst());
    assertThat(received(4).getLast().header("X-Shopify-Topic")).isEqualTo("products/create");
  }

  @Test
  void aRefusedWebhookComesAgainUnchangedAndTheEighthRefusalEndsTheSubscription() {
    receiver.answers(503);
    sandbox.post().hurry(10_000_000);
    desk.made("PRODUCTS_UPDATE", Map.of());
    sandbox.changeTitle(product().id(), "Nobody takes this");
    await().atMost(Duration.ofSeconds(10)).until(() -> desk.list("PRODUCTS_UPDATE").isEmpty());
    assertThat(receiver.received())
        .hasSize(8)
        .extracting(sent -> sent.header("X-Shopify-Webhook-Id"))
        .containsOnly(receiver.received().getFirst().header("X-Shopify-Webhook-Id"));
  }

  @Test
  void webhooksAreLostDoubledDelayedAndReorderedOnRequest() {
    desk.made("PRODUCTS_UPDATE", Map.of("includeFields", List.of("title")));
    long id = product().id();
    sandbox.post().mishaps().next(Mishap.LOSE, 1);
    sandbox.changeTitle(id, "lost");
    sandbox.post().mishaps().next(Mishap.DUPLICATE, 1);
    sandbox.changeTitle(id, "twice");
    assertThat(titles(received(2))).containsExactly("twice", "twice");
    assertThat(receiver.received())
        .extracting(sent -> sent.header("X-Shopify-Webhook-Id"))
        .containsOnly(receiver.received().getFirst().header("X-Shopify-Webhook-Id"));
    sandbox.post().mishaps().next(Mishap.REORDER, 1);
    sandbox.changeTitle(id, "second");
    sandbox.changeTitle(id, "first");
    assertThat(titles(received(4))).endsWith("first", "second");
    sandbox.post().mishaps().slowness(Duration.ofMillis(300));
    sandbox.post().mishaps().next(Mishap.DELAY, 1);
    sandbox.changeTitle(id, "late");
    sandbox.changeTitle(id, "prompt");
    assertThat(titles(received(6))).endsWith("prompt", "late");
  }

  @Test
  void anUninstalledAppHearsOfItAndOfNothingMore() {
    desk.made("APP_UNINSTALLED", Map.of());
    desk.made("PRODUCTS_UPDATE", Map.of());
    client.post("/sandbox/uninstall", "{\"token\":\"shpat_demo\"}");
    assertThat(received(1).getFirst().header("X-Shopify-Topic")).isEqualTo("app/uninstalled");
    assertThat(client.send("{ shop { id } }", Map.of()).statusCode()).isEqualTo(401);
    assertThat(sandbox.subscriptions().all()).isEmpty();
  }

  @Test
  void theControlFaceAnnouncesOrdersAndShowsDeliveries() {
    desk.made("ORDERS_CANCELLED", Map.of());
    client.post("/sandbox/webhooks", "{\"topic\":\"orders/cancelled\",\"body\":{\"id\":7}}");
    assertThat(received(1).getFirst().text()).isEqualTo("{\"id\":7}");
    await()
        .untilAsserted(
            () ->
                assertThat(
                        AdminClient.json(client.get("/sandbox/deliveries").body())
                            .at("/last/0/outcome")
                            .asText())
                    .isEqualTo("taken"));
    client.post("/sandbox/deliveries", "{\"fault\":\"lose\",\"operation\":\"orders/cancelled\"}");
    assertThat(sandbox.post().mishaps().armed()).containsKey(Mishap.LOSE);
  }

  private List<Receiver.Sent> received(int count) {
    await().atMost(Duration.ofSeconds(10)).until(() -> receiver.received().size() >= count);
    assertThat(receiver.received()).hasSize(count);
    return List.copyOf(receiver.received());
  }

  private static List<String> titles(List<Receiver.Sent> sent) {
    List<String> titles = new ArrayList<>();
    sent.forEach(one -> titles.add(AdminClient.json(one.text()).path("title").asText()));
    return titles;
  }

  private StoredProduct product() {
    return sandbox.shelf().products().iterator().next();
  }

  private String title(long productId) {
    return sandbox.shelf().product(productId).orElseThrow().title();
  }

  private StoredVariant tracked() {
    return sandbox.shelf().products().stream()
        .map(product -> product.variants().getFirst())
        .filter(StoredVariant::tracked)
        .findFirst()
        .orElseThrow();
  }

  private static String signature(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
