package dev.storebridge.given;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends webhooks as the platforms do, signed by rules written here a second time. */
public final class WebhookSender {

  /** The secret of the test tenants' Shopify stores, and the name they go by. */
  public static final String SHOPIFY_SECRET = "shpss_test";

  public static final String SHOPIFY_DOMAIN = "demo-homewares.myshopify.com";

  private final String service;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public WebhookSender(String service) {
    this.service = service;
  }

  /** A webhook of the test tenants' Shopify store; answers the status. */
  public int shopify(String topic, String body) {
    return shopify(topic, body, UUID.randomUUID().toString());
  }

  public int shopify(String topic, String body, String deliveryId) {
    return send(shopifyRequest(topic, body, deliveryId, SHOPIFY_DOMAIN, SHOPIFY_SECRET));
  }

  public HttpRequest.Builder shopifyRequest(
      String topic, String body, String deliveryId, String domain, String secret) {
    return post("/webhooks/shopify", body)
        .header("X-Shopify-Topic", topic)
        .header("X-Shopify-Shop-Domain", domain)
        .header("X-Shopify-Webhook-Id", deliveryId)
        .header("X-Shopify-Triggered-At", "2026-11-22T10:00:00.123456Z")
        .header("X-Shopify-Hmac-Sha256", base64(hmac(secret, body)));
  }

  /** A webhook of a TikTok app. */
  public int tiktok(String appKey, String secret, String body) {
    String signature = HexFormat.of().formatHex(hmac(secret, appKey + body));
    return send(post("/webhooks/tiktok", body).header("Authorization", signature));
  }

  /** A webhook of a WooCommerce site. */
  public int woocommerce(String store, String secret, String topic, String body) {
    return send(
        post("/webhooks/woocommerce/" + store, body)
            .header("X-WC-Webhook-Topic", topic)
            .header("X-WC-Webhook-Source", "http://127.0.0.1:9/")
            .header("X-WC-Webhook-Delivery-ID", UUID.randomUUID().toString().replace("-", ""))
            .header("X-WC-Webhook-Signature", base64(hmac(secret, body))));
  }

  public HttpRequest.Builder post(String path, String body) {
    return HttpRequest.newBuilder(URI.create(service + path))
        .timeout(Duration.ofSeconds(30))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  /** Sends and answers the status. */
  public int send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the test tenants' Shopify store signs a body with. */
  public static String shopifySignature(String body) {
    return base64(hmac(SHOPIFY_SECRET, body));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
