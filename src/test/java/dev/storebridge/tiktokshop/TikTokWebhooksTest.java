package dev.storebridge.tiktokshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.platform.Secret;
import dev.storebridge.platform.WebhookEvent;
import dev.storebridge.platform.WebhookEvent.Subject;
import dev.storebridge.platform.WebhookKey;
import dev.storebridge.platform.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TikTokWebhooksTest {

  /** The worked example of TikTok's documentation. */
  private static final String BODY =
      "{\"type\":1,\"tts_notification_id\":\"7380066284010030890\",\"shop_id\":\"7495540735365777507\","
          + "\"timestamp\":1718305585,\"data\":{\"is_on_hold_order\":true,"
          + "\"order_id\":\"576653688135258178\",\"order_status\":\"UNPAID\","
          + "\"update_time\":1718305585}}";

  private static final String SIGNATURE =
      "5dec0f11ec2f6783b8deee53c9ffbf8d024302f7c7e7fa55a35d17629031ac05";

  private final TikTokWebhooks webhooks = new TikTokWebhooks();

  @Test
  void knowsTheSignatureOfTheDocumentation() {
    WebhookRequest signed = request(BODY, SIGNATURE);
    assertThat(webhooks.genuine(signed, key("abcdef", "123"))).isTrue();
    assertThat(webhooks.genuine(signed, key("abcdeg", "123")))
        .as("the app is signed along")
        .isFalse();
    assertThat(webhooks.genuine(signed, key("abcdef", "124"))).isFalse();
    assertThat(webhooks.genuine(request(BODY + " ", SIGNATURE), key("abcdef", "123"))).isFalse();
    assertThat(webhooks.genuine(request(BODY, "Bearer " + SIGNATURE), key("abcdef", "123")))
        .isFalse();
  }

  @Test
  void readsTheEnvelope() {
    WebhookEvent event = webhooks.read(request(BODY, SIGNATURE));
    assertThat(event.account()).isEqualTo("7495540735365777507");
    assertThat(event.topic()).isEqualTo("ORDER_STATUS_CHANGE");
    assertThat(event.deliveryId()).isEqualTo("7380066284010030890");
    assertThat(event.happenedAt().orElseThrow()).hasToString("2024-06-13T19:06:25Z");
    assertThat(event.refs()).containsExactly("576653688135258178");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":4,\"data\":{\"package_list\":[{\"order_id_list\":[\"1\",\"2\"]},{\"order_id_list\":[\"3\"]}]}} | ORDER | 1 2 3",
        "{\"type\":5,\"data\":{\"product_id\":1729382256910270123}} | REVIEW | 1729382256910270123",
        "{\"type\":12,\"data\":{\"order_id\":\"4\",\"return_id\":\"5\"}} | AFTERSALE | 4",
        "{\"type\":15,\"data\":{\"product_id\":\"6\"}} | LISTING | 6",
        "{\"type\":6,\"shop_id\":\"1\",\"data\":{\"message\":\"m\"}} | ACCOUNT | ''",
        "{\"event_id\":\"e\",\"product_id\":\"6\",\"sku_id\":\"7\"} | LISTING | 6",
        "{\"event_id\":\"e\",\"product_id\":\"6\",\"change_detail\":[{\"trigger_source\":\"api_sync\"}]} | LISTING | 6",
        "{\"event_id\":\"e\",\"product_id\":\"6\",\"change_detail\":[{\"trigger_source\":\"manual_adjustment\"}]} | CHANNEL_STOCK | 6",
        "{\"type\":68,\"data\":{\"product_id\":\"6\",\"change_detail\":[{\"trigger_source\":\"order_created\"}]}} | LISTING | 6",
        "{\"type\":4711,\"data\":{\"order_id\":\"4\"}} | OTHER | ''",
        "no json | OTHER | ''",
      })
  void readsWhatATypeIsAbout(String body, Subject subject, String refs) {
    WebhookEvent event = webhooks.read(request(body, ""));
    assertThat(event.subject()).isEqualTo(subject);
    assertThat(String.join(" ", event.refs())).isEqualTo(refs);
  }

  private static WebhookKey key(String appKey, String secret) {
    return new WebhookKey("default", appKey, new Secret(secret));
  }

  private static WebhookRequest request(String body, String signature) {
    return new WebhookRequest(
        Map.of("Authorization", signature)::get, body.getBytes(StandardCharsets.UTF_8));
  }
}
