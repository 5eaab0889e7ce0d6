package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.post.Hmac;
import dev.storebridge.sandbox.post.Letter;
import dev.storebridge.sandbox.post.Post;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends webhooks: to the address that a shop's app set for the type, else to the app's own. Refused
 * ones are tried again after 2 minutes, 30 minutes, 3 hours and 12 hours, then never.
 */
final class Herald implements AutoCloseable {

  static final int ORDER_STATUS = 1;
  static final int ADDRESS = 3;
  static final int PRODUCT_STATUS = 5;
  static final int CANCELLATION = 11;
  static final int RETURN = 12;
  static final int PRODUCT_INFORMATION = 15;
  static final int PRODUCT_CREATION = 16;
  static final int PRODUCT_AUDIT = 37;

  /** The names by which addresses are set; types without a documented one have none here. */
  static final Map<Integer, String> EVENTS =
      Map.ofEntries(
          Map.entry(ORDER_STATUS, "ORDER_STATUS_CHANGE"),
          Map.entry(2, "REVERSE_STATUS_UPDATE"),
          Map.entry(ADDRESS, "RECIPIENT_ADDRESS_UPDATE"),
          Map.entry(4, "PACKAGE_UPDATE"),
          Map.entry(PRODUCT_STATUS, "PRODUCT_STATUS_CHANGE"),
          Map.entry(6, "SELLER_DEAUTHORIZATION"),
          Map.entry(7, "UPCOMING_AUTHORIZATION_EXPIRATION"),
          Map.entry(CANCELLATION, "CANCELLATION_STATUS_CHANGE"),
          Map.entry(RETURN, "RETURN_STATUS_CHANGE"),
          Map.entry(13, "NEW_CONVERSATION"),
          Map.entry(14, "NEW_MESSAGE"),
          Map.entry(PRODUCT_INFORMATION, "PRODUCT_INFORMATION_CHANGE"),
          Map.entry(PRODUCT_CREATION, "PRODUCT_CREATION"),
          Map.entry(18, "PRODUCT_CATEGORY_CHANGE"),
          Map.entry(33, "NEW_MESSAGE_LISTENER"),
          Map.entry(36, "INVOICE_STATUS_CHANGE"),
          Map.entry(PRODUCT_AUDIT, "PRODUCT_AUDIT_STATUS_CHANGE"));

  private static final List<Duration> RETRIES =
      List.of(
          Duration.ofMinutes(2), Duration.ofMinutes(30), Duration.ofHours(3), Duration.ofHours(12));

  private record Place(TikTokApp app, String address) {}

  private final Clock clock;
  private final Ids ids;
  private final Post post =
      new Post(new Post.Habits(Duration.ofSeconds(3), RETRIES, status -> status == 200));
  private final Map<TikTokApp, String> defaults = new ConcurrentHashMap<>();

  Herald(Clock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** The way that webhooks take, and what may happen to them. */
  Post post() {
    return post;
  }

  /** The app's own address, as Partner Center has it; empty for none. */
  void address(TikTokApp app, String address) {
    if (address.isEmpty()) {
      defaults.remove(app);
    } else {
      defaults.put(app, address);
    }
  }

  /** Whether anybody would hear of this shop. */
  boolean heard(Shop shop) {
    synchronized (shop) {
      return !shop.webhooks.isEmpty() || !defaults.isEmpty();
    }
  }

  /** Tells what happened in a shop, with the data that the type has. */
  void tell(Shop shop, int type, ObjectNode data) {
    long now = clock.instant().getEpochSecond();
    place(shop, type)
        .ifPresent(
            place -> {
              ObjectNode body = Json.object().put("type", type);
              body.put("tts_notification_id", ids.next()).put("shop_id", shop.facts.id());
              body.put("timestamp", now).set("data", data);
              post.send(letter(place, type, body), taken -> {});
            });
  }

  private Optional<Place> place(Shop shop, int type) {
    synchronized (shop) {
      Shop.Webhook set = shop.webhooks.get(EVENTS.getOrDefault(type, ""));
      return set != null
          ? Optional.of(new Place(set.app(), set.address()))
          : defaults.entrySet().stream()
              .map(entry -> new Place(entry.getKey(), entry.getValue()))
              .findFirst();
    }
  }

  private static Letter letter(Place place, int type, ObjectNode body) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    byte[] key = place.app().key().getBytes(StandardCharsets.UTF_8);
    String signature = HexFormat.of().formatHex(Hmac.of(place.app().secret(), key, bytes));
    return new Letter(
        EVENTS.getOrDefault(type, "type-" + type),
        URI.create(place.address()),
        Map.of("Content-Type", "application/json", "Authorization", signature),
        bytes);
  }

  @Override
  public void close() {
    post.close();
  }
}
