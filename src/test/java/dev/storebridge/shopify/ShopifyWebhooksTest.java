package dev.storebridge.shopify;

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

class ShopifyWebhooksTest {

  /** Signed by openssl, accepted by Shopify's own library: an escape, raw UTF-8, a long id. */
  private static final String BODY =
      "{\"id\":820982911946154508,\"email\":\"jon@example.com\",\"name\":\"#9999\",\"note\":\"caf\\u00e9 – naïve ✓\"}";

  private static final String SIGNATURE = "91FDZnZoTGWoJGkBILLTuoAD/QJq6xTetShnNSU6v/0=";

  private final ShopifyWebhooks webhooks = new ShopifyWebhooks();

  @Test
  void knowsTheSignatureThatShopifysLibraryKnows() {
    WebhookRequest signed = request(BODY, Map.of("X-Shopify-Hmac-Sha256", SIGNATURE));
    assertThat(webhooks.genuine(signed, key("shpss_test_0123456789abcdef0123456789abcdef")))
        .isTrue();
    assertThat(webhooks.genuine(signed, key("another"))).isFalse();
    WebhookRequest altered = request(BODY + " ", Map.of("X-Shopify-Hmac-Sha256", SIGNATURE));
    assertThat(webhooks.genuine(altered, key("shpss_test_0123456789abcdef0123456789abcdef")))
        .isFalse();
    assertThat(webhooks.genuine(request(BODY, Map.of()), key("another"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "products/create | {\"id\":1} | PRODUCT | NEW_LISTING | 1",
        "products/update | {\"variants\":[{\"id\":2}],\"id\":1} | PRODUCT | PRICE | 1",
        "products/delete | {\"id\":1} | PRODUCT | STOCK | 1",
        "inventory_levels/update | {\"inventory_item_id\":7,\"location_id\":3} | STOCK_ITEM | STOCK | 7",
        "inventory_items/update | {\"id\":7} | STOCK_ITEM | STOCK | 7",
        "orders/cancelled | {\"id\":5} | ORDER | ORDER | 5",
        "orders/edited | {\"order_edit\":{\"id\":9,\"order_id\":5}} | ORDER | ORDER | 5",
        "fulfillments/create | {\"id\":9,\"order_id\":5} | ORDER | STOCK | 5",
        "refunds/create | {\"id\":9,\"order_id\":5} | AFTERSALE | STOCK | 5",
        "app/uninstalled | {\"id\":9} | ACCOUNT | STOCK | ''",
        "shop/redact | {\"shop_id\":9} | COMPLIANCE | STOCK | ''",
        "carts/create | {\"id\":9} | OTHER | STOCK | ''",
      })
  void readsWhatATopicIsAbout(
      String topic, String body, Subject subject, Urgency urgency, String ref) {
    WebhookEvent event = webhooks.read(request(body, Map.of("X-Shopify-Topic", topic)));
    assertThat(event.subject()).isEqualTo(subject);
    assertThat(event.urgency()).isEqualTo(urgency);
    assertThat(String.join(" ", event.refs())).isEqualTo(ref);
  }

  private static WebhookKey key(String secret) {
    return new WebhookKey("store", "", new Secret(secret));
  }

  private static WebhookRequest request(String body, Map<String, String> headers) {
    return new WebhookRequest(headers::get, body.getBytes(StandardCharsets.UTF_8));
  }
}
