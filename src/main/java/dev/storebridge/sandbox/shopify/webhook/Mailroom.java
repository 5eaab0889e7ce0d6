package dev.storebridge.sandbox.shopify.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.post.Hmac;
import dev.storebridge.sandbox.post.Letter;
import dev.storebridge.sandbox.post.Post;
import dev.storebridge.sandbox.shopify.store.Happening;
import dev.storebridge.sandbox.shopify.store.Shelf;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * Tells subscribers what happens in the store: at once, in no promised order, with up to eight
 * further attempts within four hours, always with the first body and to the first address.
 */
public final class Mailroom implements AutoCloseable {

  private static final String VERSION = "2026-10";
  private static final List<Duration> RETRIES =
      LongStream.of(1, 2, 4, 8, 16, 32, 64, 113).mapToObj(Duration::ofMinutes).toList();

  /**
   * What every delivery says.
   *
   * @param domain the myshopify domain
   * @param secret the client secret of the store's apps
   */
  public record Sender(String domain, String secret) {}

  private final Subscriptions subscriptions;
  private final Payloads payloads;
  private final Sender sender;
  private final Clock clock;
  private final Post post =
      new Post(
          new Post.Habits(Duration.ofSeconds(5), RETRIES, status -> status >= 200 && status < 300));

  public Mailroom(Subscriptions subscriptions, Shelf shelf, Sender sender, Clock clock) {
    this.subscriptions = subscriptions;
    this.payloads = new Payloads(shelf);
    this.sender = sender;
    this.clock = clock;
  }

  /** The way that deliveries take. */
  public Post post() {
    return post;
  }

  /** Tells of a change of the store. */
  public void happened(Happening happening) {
    switch (happening) {
      case Happening.Created created ->
          announce(Topic.PRODUCTS_CREATE, payloads.product(created.product()));
      case Happening.Edited edited ->
          announce(Topic.PRODUCTS_UPDATE, payloads.product(edited.product()));
      case Happening.Removed removed ->
          announce(Topic.PRODUCTS_DELETE, payloads.removed(removed.productId()));
      case Happening.Counted counted ->
          announce(
              Topic.INVENTORY_LEVELS_UPDATE, payloads.level(counted.level(), counted.tracked()));
    }
  }

  /** Tells everybody who subscribed; one event however many are told. */
  public void announce(Topic topic, JsonNode body) {
    String event = UUID.randomUUID().toString();
    subscriptions.all().stream()
        .filter(one -> one.topic() == topic && one.uri().startsWith("http"))
        .filter(one -> Filter.of(one.filter()).test(body))
        .forEach(one -> post.send(letter(one, body, event), outcome(one.id())));
  }

  /** Tells an app that it was removed, and forgets what it wanted to know. */
  public void farewell(String app, String shopName) {
    JsonNode shop =
        Reply.JSON.valueToTree(
            Map.of("id", 548_380_009, "name", shopName, "myshopify_domain", sender.domain()));
    String event = UUID.randomUUID().toString();
    Post.Outcome once = taken -> {};
    subscriptions.of(app).stream()
        .filter(one -> one.topic() == Topic.APP_UNINSTALLED && one.uri().startsWith("http"))
        .forEach(one -> post.send(letter(one, shop, event), once));
    subscriptions.removeOf(app);
  }

  private Post.Outcome outcome(long id) {
    return new Post.Outcome() {
      @Override
      public boolean wanted() {
        return subscriptions.find(id).isPresent();
      }

      @Override
      public void tried(boolean taken) {
        subscriptions.tried(id, taken);
      }
    };
  }

  private Letter letter(Subscription subscription, JsonNode body, String event) {
    byte[] bytes = bytes(Narrowing.to(subscription.includeFields(), body));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("X-Shopify-Topic", subscription.topic().header());
    headers.put(
        "X-Shopify-Hmac-Sha256",
        Base64.getEncoder().encodeToString(Hmac.of(sender.secret(), bytes)));
    headers.put("X-Shopify-Shop-Domain", sender.domain());
    headers.put("X-Shopify-API-Version", VERSION);
    headers.put("X-Shopify-Webhook-Id", UUID.randomUUID().toString());
    headers.put("X-Shopify-Event-Id", event);
    headers.put("X-Shopify-Triggered-At", clock.instant().toString());
    if (subscription.name() != null) {
      headers.put("X-Shopify-Name", subscription.name());
    }
    return new Letter(
        subscription.topic().header(), URI.create(subscription.uri()), headers, bytes);
  }

  private static byte[] bytes(JsonNode body) {
    try {
      return Reply.JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    post.close();
  }
}
