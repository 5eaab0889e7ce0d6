package dev.storebridge.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.platform.Secret;
import dev.storebridge.platform.Urgency;
import dev.storebridge.platform.WebhookEvent;
import dev.storebridge.platform.WebhookEvent.Subject;
import dev.storebridge.platform.WebhookKey;
import dev.storebridge.platform.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WooCommerceWebhooksTest {

  private final WooCommerceWebhooks webhooks = new WooCommerceWebhooks();

  /** What WooCommerce itself signed; the second body has PHP's escapes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whsec-loopback-123 | {\"id\":74} | 9vY9dvBnd7BdLdMFt5VnIyzsKvg/Rpy+Laqkxy13VTQ=",
        "s3cr3t-longer-0123456789 | {\"id\":1,\"name\":\"caf\\u00e9 \\/ na\\u00efve\"} | qIlQXwSKi5jl42VYRag5FV7Q1w7/fAh6iTl2V079PvI=",
        "whsec-loopback-123 | '' | Wu15CeSsNIVEWNmzoAdl1HIP3bWQagq0nxcfqj8/4LM=",
      })
  void knowsTheSignaturesOfASite(String secret, String body, String signature) {
    WebhookRequest signed = request(body, Map.of("X-WC-Webhook-Signature", signature));
    assertThat(webhooks.genuine(signed, key(secret))).isTrue();
    assertThat(webhooks.genuine(signed, key(secret + "x"))).isFalse();
    WebhookRequest altered = request(body + " ", Map.of("X-WC-Webhook-Signature", signature));
    assertThat(webhooks.genuine(altered, key(secret))).isFalse();
  }

  @Test
  void aPingIsUnsignedAndSaysNothingElse() {
    assertThat(webhooks.ping(request("webhook_id=12", Map.of()))).isTrue();
    assertThat(webhooks.ping(request("webhook_id=12&x=1", Map.of()))).isFalse();
    assertThat(webhooks.ping(request("{\"id\":1}", Map.of()))).isFalse();
    assertThat(webhooks.ping(request("webhook_id=12", Map.of("X-WC-Webhook-Signature", "x"))))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "product.created | {\"id\":64,\"type\":\"simple\"} | PRODUCT | NEW_LISTING | 64",
        "product.created | {\"id\":67,\"parent_id\":64,\"type\":\"variation\"} | PRODUCT | CONTENT | 64",
        "product.updated | {\"id\":64,\"type\":\"variable\"} | PRODUCT | STOCK | 64",
        "product.deleted | {\"id\":64} | PRODUCT | STOCK | 64",
        "order.updated | {\"id\":74,\"parent_id\":0} | ORDER | ORDER | 74",
        "coupon.created | {\"id\":3} | OTHER | STOCK | ''",
        "product.updated | {\"code\":\"woocommerce_rest_cannot_view\"} | PRODUCT | STOCK | ''",
      })
  void readsWhatATopicIsAbout(
      String topic, String body, Subject subject, Urgency urgency, String ref) {
    WebhookEvent event = webhooks.read(request(body, Map.of("X-WC-Webhook-Topic", topic)));
    assertThat(event.subject()).isEqualTo(subject);
    assertThat(event.urgency()).isEqualTo(urgency);
    assertThat(String.join(" ", event.refs())).isEqualTo(ref);
  }

  private static WebhookKey key(String secret) {
    return new WebhookKey("site", "", new Secret(secret));
  }

  private static WebhookRequest request(String body, Map<String, String> headers) {
    return new WebhookRequest(headers::get, body.getBytes(StandardCharsets.UTF_8));
  }
}
