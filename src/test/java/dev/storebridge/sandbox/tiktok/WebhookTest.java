package dev.storebridge.sandbox.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.post.Mishap;
import dev.storebridge.sandbox.post.Receiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks: to the shop's address or the app's, signed, tried again, and lost on request. */
class WebhookTest {

  private static final String WEBHOOKS = "/event/202309/webhooks";

  private Stage stage;
  private Receiver receiver;

  @BeforeEach
  void start() {
    receiver = new Receiver();
    stage = new Stage(TikTokSettings.defaults().withReviewDelay(Duration.ofMillis(50)));
  }

  @AfterEach
  void stop() {
    stage.close();
    receiver.close();
  }

  @Test
  void aFirstReviewIsToldByStatusAndByAudit() {
    subscribe("PRODUCT_STATUS_CHANGE");
    subscribe("PRODUCT_AUDIT_STATUS_CHANGE");
    subscribe("PRODUCT_CREATION");
    String id = stage.live(stage.mug());
    await().atMost(Duration.ofSeconds(5)).until(() -> receiver.received().size() == 3);
    JsonNode status = told(5);
    assertThat(status.path("shop_id").asText()).isEqualTo(stage.shop.id());
    assertThat(status.path("timestamp").isIntegralNumber()).isTrue();
    assertThat(status.path("tts_notification_id").asText()).isNotBlank();
    assertThat(status.at("/data/product_id").isIntegralNumber()).isTrue();
    assertThat(status.at("/data/product_id").asText()).isEqualTo(id);
    assertThat(status.at("/data/status").asText()).isEqualTo("PRODUCT_FIRST_PASS_REVIEW");
    assertThat(told(37).at("/data/audit/status").asText()).isEqualTo("APPROVED");
    assertThat(told(16).at("/data/product_id").asText()).isEqualTo(id);
  }

  @Test
  void itIsSignedByTheAppThatSetTheAddress() throws Exception {
    subscribe("PRODUCT_CREATION");
    stage.live(stage.mug());
    await().until(() -> !receiver.received().isEmpty());
    Receiver.Sent sent = receiver.received().getFirst();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(stage.app.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    mac.update(stage.app.key().getBytes(StandardCharsets.UTF_8));
    assertThat(sent.header("Authorization"))
        .isEqualTo(HexFormat.of().formatHex(mac.doFinal(sent.body())));
  }

  @Test
  void deactivationAndThePlatformsOwnActsAreTold() {
    String id = stage.live(stage.mug());
    stage.product(id);
    subscribe("PRODUCT_STATUS_CHANGE");
    stage
        .client()
        .post("/product/202309/products/deactivate", "{\"product_ids\":[\"" + id + "\"]}");
    await().until(() -> receiver.received().size() == 1);
    stage.control.setStatus(stage.shop.id(), id, "FREEZE");
    await().until(() -> receiver.received().size() == 2);
    assertThat(told(5).at("/data/status").asText()).isEqualTo("PRODUCT_STATUS_CHANGED");
  }

  @Test
  void withoutAnAddressOfTheShopTheAppsOwnIsToldAndWithoutBothNobody() {
    stage.live(stage.mug());
    stage.control.defaultWebhook(stage.app, receiver.url("/app"));
    stage.control.tell(stage.shop.id(), 27, Json.object().put("product_id", "1"));
    await().until(() -> receiver.received().size() == 1);
    assertThat(told(27).at("/data/product_id").asText()).isEqualTo("1");
  }

  @Test
  void aRefusedOneComesFourTimesMore() {
    receiver.answers(500);
    stage.control.post().hurry(10_000_000);
    subscribe("ORDER_STATUS_CHANGE");
    stage.control.tell(stage.shop.id(), 1, Json.object().put("order_id", "5"));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(stage.control.post().deliveries().last(10)).hasSize(5));
    assertThat(receiver.received()).hasSize(5);
  }

  @Test
  void oneIsLostAndOneDoubledOnRequest() {
    subscribe("ORDER_STATUS_CHANGE");
    stage.control.post().mishaps().next(Mishap.LOSE, 1);
    stage.control.tell(stage.shop.id(), 1, Json.object().put("order_id", "lost"));
    stage.control.post().mishaps().next(Mishap.DUPLICATE, 1);
    stage.control.tell(stage.shop.id(), 1, Json.object().put("order_id", "5"));
    await().until(() -> receiver.received().size() == 2);
    assertThat(receiver.received()).allMatch(sent -> sent.text().contains("\"order_id\":\"5\""));
  }

  private void subscribe(String event) {
    String body =
        "{\"address\":\"%s\",\"event_type\":\"%s\"}".formatted(receiver.url("/in"), event);
    assertThat(stage.client().send("PUT", WEBHOOKS, body).code()).isZero();
  }

  private JsonNode told(int type) {
    return bodies().stream()
        .filter(body -> body.path("type").asInt() == type)
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> bodies() {
    return receiver.received().stream().map(sent -> parsed(sent.body())).toList();
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return Json.parse(body);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
