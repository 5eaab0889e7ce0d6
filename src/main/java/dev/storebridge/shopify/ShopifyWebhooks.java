package dev.storebridge.shopify;

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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Shopify's webhooks: base64 of HMAC-SHA256 over the body, keyed by the app's client secret. The
 * headers are not signed; the store's domain only tells whose secret to try. Source: Shopify docs,
 * "Webhooks".
 */
@ApplicationScoped
class ShopifyWebhooks implements Webhooks {

  private static final Set<String> PATHS =
      Set.of(
          "id",
          "order_id",
          "order_edit.order_id",
          "inventory_item_id",
          "orders_requested",
          "orders_to_redact");

  @Override
  public Platform platform() {
    return Platform.SHOPIFY;
  }

  @Override
  public String sender(WebhookRequest request) {
    return request.header("X-Shopify-Shop-Domain").strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean genuine(WebhookRequest request, WebhookKey key) {
    byte[] signature = WebhookSignature.of(key.secret(), request.body());
    return WebhookSignature.same(
        Base64.getEncoder().encodeToString(signature),
        request.header("X-Shopify-Hmac-Sha256").strip());
  }

  @Override
  public WebhookEvent read(WebhookRequest request) {
    String topic = request.header("X-Shopify-Topic").strip().toLowerCase(Locale.ROOT);
    WebhookBody body = WebhookBody.read(request.body(), PATHS);
    Subject subject = subject(topic);
    return new WebhookEvent(
        sender(request),
        topic,
        subject,
        refs(subject, topic, body),
        urgency(topic),
        request.header("X-Shopify-Webhook-Id").strip(),
        at(request.header("X-Shopify-Triggered-At").strip()));
  }

  private static Subject subject(String topic) {
    return switch (topic) {
      case "customers/data_request", "customers/redact", "shop/redact" -> Subject.COMPLIANCE;
      case "app/uninstalled", "app/scopes_update", "shop/update" -> Subject.ACCOUNT;
      default ->
          switch (topic.substring(0, Math.max(0, topic.indexOf('/')))) {
            case "products" -> Subject.PRODUCT;
            case "inventory_levels", "inventory_items" -> Subject.STOCK_ITEM;
            case "orders", "fulfillments", "fulfillment_orders" -> Subject.ORDER;
            case "refunds" -> Subject.AFTERSALE;
            case "locations" -> Subject.ACCOUNT;
            default -> Subject.OTHER;
          };
    };
  }

  private static List<String> refs(Subject subject, String topic, WebhookBody body) {
    return switch (subject) {
      case PRODUCT -> body.all("id");
      case STOCK_ITEM ->
          topic.startsWith("inventory_items/") ? body.all("id") : body.all("inventory_item_id");
      case ORDER, AFTERSALE ->
          topic.startsWith("orders/") && !topic.equals("orders/edited")
              ? body.all("id")
              : either(body, "order_id", "order_edit.order_id");
      case COMPLIANCE -> either(body, "orders_requested", "orders_to_redact");
      default -> List.of();
    };
  }

  private static List<String> either(WebhookBody body, String one, String other) {
    return Stream.concat(body.all(one).stream(), body.all(other).stream()).toList();
  }

  /** What is gone must stop selling, so it is as urgent as stock; an update may be a new price. */
  private static Urgency urgency(String topic) {
    return switch (topic) {
      case "products/create" -> Urgency.NEW_LISTING;
      case "products/update" -> Urgency.PRICE;
      default -> topic.startsWith("orders/") ? Urgency.ORDER : Urgency.STOCK;
    };
  }

  private static Optional<Instant> at(String triggeredAt) {
    try {
      return triggeredAt.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(triggeredAt));
    } catch (DateTimeException unknownForm) {
      return Optional.empty();
    }
  }
}
