package dev.storebridge.sandbox.woocommerce.webhook;

import dev.storebridge.sandbox.woocommerce.store.Happening;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Delivers events, some time after they happened and in no order: one event of a subscription and
 * product at a time, with the state that the product has by then. Nothing is tried again.
 */
public final class Courier implements AutoCloseable {

  private static final String AGENT = "WooCommerce/11.0.1 Hookshot (WordPress/7.0.4)";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * What the shop adds to a delivery.
   *
   * @param source the shop's own address
   * @param body a product as the API shows it, as PHP writes it
   * @param reachable whether the shop's server calls an address at all
   */
  public record Shop(
      Supplier<String> source, LongFunction<byte[]> body, Predicate<String> reachable) {}

  private record Pending(long webhook, long item) {}

  private final Shop shop;
  private final Duration delay;
  private final Set<Pending> pending = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService queue =
      Executors.newScheduledThreadPool(2, Thread.ofVirtual().name("woo-webhook-", 0).factory());
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * @param delay from an event to its delivery
   */
  public Courier(Shop shop, Duration delay) {
    this.shop = shop;
    this.delay = delay;
  }

  void clear() {
    pending.clear();
  }

  /** Runs the delivery later, unless one of the same kind waits already. */
  void queue(long webhook, long item, Runnable delivery) {
    Pending key = new Pending(webhook, item);
    if (!pending.add(key)) {
      return;
    }
    Runnable due =
        () -> {
          if (pending.remove(key)) {
            delivery.run();
          }
        };
    try {
      ScheduledFuture<?> unused = queue.schedule(due, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      pending.remove(key);
    }
  }

  /** True when the receiver took it: anything from 200 to 302. */
  boolean deliver(Webhook webhook, Happening happening) {
    if (!shop.reachable().test(webhook.deliveryUrl())) {
      return false;
    }
    byte[] body =
        happening.event().equals("deleted")
            ? "{\"id\":%d}".formatted(happening.id()).getBytes(StandardCharsets.UTF_8)
            : shop.body().apply(happening.id());
    HttpRequest request =
        request(webhook, body)
            .header("Content-Type", "application/json")
            .header("X-WC-Webhook-Source", shop.source().get() + "/")
            .header("X-WC-Webhook-Topic", webhook.topic())
            .header("X-WC-Webhook-Resource", webhook.resource())
            .header("X-WC-Webhook-Event", webhook.event())
            .header("X-WC-Webhook-Signature", signature(body, webhook.secret()))
            .header("X-WC-Webhook-ID", Long.toString(webhook.id()))
            .header("X-WC-Webhook-Delivery-ID", UUID.randomUUID().toString().replace("-", ""))
            .build();
    int status = send(request);
    return status >= 200 && status <= 302;
  }

  /** An unsigned form that says nothing but the subscription's id. */
  void ping(Webhook webhook) {
    if (shop.reachable().test(webhook.deliveryUrl())) {
      byte[] form = ("webhook_id=" + webhook.id()).getBytes(StandardCharsets.UTF_8);
      send(
          request(webhook, form)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .build());
    }
  }

  private static HttpRequest.Builder request(Webhook webhook, byte[] body) {
    return HttpRequest.newBuilder(URI.create(webhook.deliveryUrl()))
        .timeout(PATIENCE)
        .header("User-Agent", AGENT)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private int send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  static String signature(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    queue.shutdownNow();
    client.shutdownNow();
  }
}
