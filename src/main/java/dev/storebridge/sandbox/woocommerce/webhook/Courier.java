package dev.storebridge.sandbox.woocommerce.webhook;

import dev.storebridge.sandbox.post.Hmac;
import dev.storebridge.sandbox.post.Letter;
import dev.storebridge.sandbox.post.Post;
import dev.storebridge.sandbox.woocommerce.store.Happening;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Delivers events, some time after they happened and in no order: one event of a subscription and
 * product at a time, with the state that the product has by then. Nothing is tried again.
 */
public final class Courier implements AutoCloseable {

  private static final String AGENT = "WooCommerce/11.0.1 Hookshot (WordPress/7.0.4)";

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
  private final Post post =
      new Post(
          new Post.Habits(
              Duration.ofSeconds(60), List.of(), status -> status >= 200 && status <= 302));

  /**
   * @param delay from an event to its delivery
   */
  public Courier(Shop shop, Duration delay) {
    this.shop = shop;
    this.delay = delay;
  }

  /** The way that deliveries take. */
  Post post() {
    return post;
  }

  void clear() {
    pending.clear();
    post.reset();
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

  /** Sends it with the product's state of now; the sender hears how it ended. */
  void deliver(Webhook webhook, Happening happening, Consumer<Boolean> ended) {
    if (!shop.reachable().test(webhook.deliveryUrl())) {
      ended.accept(false);
      return;
    }
    byte[] body =
        happening.event().equals("deleted")
            ? "{\"id\":%d}".formatted(happening.id()).getBytes(StandardCharsets.UTF_8)
            : shop.body().apply(happening.id());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("User-Agent", AGENT);
    headers.put("Content-Type", "application/json");
    headers.put("X-WC-Webhook-Source", shop.source().get() + "/");
    headers.put("X-WC-Webhook-Topic", webhook.topic());
    headers.put("X-WC-Webhook-Resource", webhook.resource());
    headers.put("X-WC-Webhook-Event", webhook.event());
    headers.put("X-WC-Webhook-Signature", signature(body, webhook.secret()));
    headers.put("X-WC-Webhook-ID", Long.toString(webhook.id()));
    headers.put("X-WC-Webhook-Delivery-ID", UUID.randomUUID().toString().replace("-", ""));
    post.send(letter(webhook, headers, body), ended::accept);
  }

  /** An unsigned form that says nothing but the subscription's id. */
  void ping(Webhook webhook) {
    if (shop.reachable().test(webhook.deliveryUrl())) {
      byte[] form = ("webhook_id=" + webhook.id()).getBytes(StandardCharsets.UTF_8);
      Map<String, String> headers =
          Map.of("User-Agent", AGENT, "Content-Type", "application/x-www-form-urlencoded");
      post.now(letter(webhook, headers, form));
    }
  }

  private static Letter letter(Webhook webhook, Map<String, String> headers, byte[] body) {
    return new Letter(webhook.topic(), URI.create(webhook.deliveryUrl()), headers, body);
  }

  static String signature(byte[] body, String secret) {
    return Base64.getEncoder().encodeToString(Hmac.of(secret, body));
  }

  @Override
  public void close() {
    queue.shutdownNow();
    post.close();
  }
}
