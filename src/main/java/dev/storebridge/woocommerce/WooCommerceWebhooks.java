package dev.storebridge.woocommerce;

import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Urgency;
import dev.storebridge.platform.WebhookBody;
import dev.storebridge.platform.WebhookEvent;
import dev.storebridge.platform.WebhookEvent.Subject;
import dev.storebridge.platform.WebhookKey;
import dev.storebridge.platform.WebhookRequest;
import dev.storebridge.platform.WebhookSignature;
import dev.storebridge.platform.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * WooCommerce's webhooks: base64 of HMAC-SHA256 over the body, keyed by the secret that we gave the
 * site. Each is tried first by an unsigned ping. Source: WooCommerce's {@code
 * class-wc-webhook.php}.
 */
@ApplicationScoped
class WooCommerceWebhooks implements Webhooks {

  private static final Set<String> PATHS = Set.of("id", "parent_id", "type", "date_modified_gmt");
  private static final String SIGNATURE = "X-WC-Webhook-Signature";
  private static final int PING_AT_MOST = 64;

  @Override
  public Platform platform() {
    return Platform.WOOCOMMERCE;
  }

  @Override
  public boolean ping(WebhookRequest request) {
    return request.header(SIGNATURE).isEmpty()
        && request.body().length <= PING_AT_MOST
        && new String(request.body(), StandardCharsets.UTF_8).matches("webhook_id=\\d+\\s*");
  }

  @Override
  public boolean genuine(WebhookRequest request, WebhookKey key) {
    byte[] signature = WebhookSignature.of(key.secret(), request.body());
    return WebhookSignature.same(
        Base64.getEncoder().encodeToString(signature), request.header(SIGNATURE).strip());
  }

  @Override
  public WebhookEvent read(WebhookRequest request) {
    String topic = request.header("X-WC-Webhook-Topic").strip().toLowerCase(Locale.ROOT);
    WebhookBody body = WebhookBody.read(request.body(), PATHS);
    Subject subject = subject(topic);
    return new WebhookEvent(
        request.header("X-WC-Webhook-Source").strip(),
        topic,
        subject,
        subject == Subject.OTHER ? List.of() : refs(body),
        urgency(topic, body),
        request.header("X-WC-Webhook-Delivery-ID").strip(),
        at(body.first("date_modified_gmt")));
  }

  private static Subject subject(String topic) {
    return switch (topic.substring(0, Math.max(0, topic.indexOf('.')))) {
      case "product" -> Subject.PRODUCT;
      case "order" -> Subject.ORDER;
      default -> Subject.OTHER;
    };
  }

  /** A variation comes as a product of its own that names its parent. */
  private static List<String> refs(WebhookBody body) {
    return variation(body) ? body.all("parent_id") : body.all("id");
  }

  private static boolean variation(WebhookBody body) {
    return body.first("type").equals("variation");
  }

  /** Stock, price and content come as one update, so it is as urgent as the first of them. */
  private static Urgency urgency(String topic, WebhookBody body) {
    return switch (topic) {
      case "product.created" -> variation(body) ? Urgency.CONTENT : Urgency.NEW_LISTING;
      default -> topic.startsWith("order.") ? Urgency.ORDER : Urgency.STOCK;
    };
  }

  private static Optional<Instant> at(String modified) {
    try {
      return modified.isEmpty()
          ? Optional.empty()
          : Optional.of(LocalDateTime.parse(modified).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException unknownForm) {
      return Optional.empty();
    }
  }
}
