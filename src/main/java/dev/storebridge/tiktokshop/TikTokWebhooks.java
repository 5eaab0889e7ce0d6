package dev.storebridge.tiktokshop;

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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * TikTok Shop's webhooks: signed by the app whose shop it is, hex of HMAC-SHA256 over app key and
 * body in a bare {@code Authorization} header. Source: TikTok docs, "Webhooks overview".
 */
@ApplicationScoped
class TikTokWebhooks implements Webhooks {

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("1", new Kind("ORDER_STATUS_CHANGE", Subject.ORDER)),
          Map.entry("2", new Kind("REVERSE_STATUS_UPDATE", Subject.AFTERSALE)),
          Map.entry("3", new Kind("RECIPIENT_ADDRESS_UPDATE", Subject.RECIPIENT)),
          Map.entry("4", new Kind("PACKAGE_UPDATE", Subject.ORDER)),
          Map.entry("5", new Kind("PRODUCT_STATUS_CHANGE", Subject.REVIEW)),
          Map.entry("6", new Kind("SELLER_DEAUTHORIZATION", Subject.ACCOUNT)),
          Map.entry("7", new Kind("UPCOMING_AUTHORIZATION_EXPIRATION", Subject.ACCOUNT)),
          Map.entry("11", new Kind("CANCELLATION_STATUS_CHANGE", Subject.AFTERSALE)),
          Map.entry("12", new Kind("RETURN_STATUS_CHANGE", Subject.AFTERSALE)),
          Map.entry("15", new Kind("PRODUCT_INFORMATION_CHANGE", Subject.LISTING)),
          Map.entry("16", new Kind("PRODUCT_CREATION", Subject.LISTING)),
          Map.entry("18", new Kind("PRODUCT_CATEGORY_CHANGE", Subject.LISTING)),
          Map.entry("27", new Kind("INVENTORY_STATUS_CHANGE", Subject.LISTING)),
          Map.entry("37", new Kind("PRODUCT_AUDIT_STATUS_CHANGE", Subject.REVIEW)),
          Map.entry("68", new Kind("INVENTORY_CHANGED", Subject.CHANNEL_STOCK)));

  /** What moves stock behind our back; our own calls, buyers and promotions do not. */
  private static final Set<String> OTHERS = Set.of("manual_adjustment", "system_auto_replenish");

  private static final Set<String> PATHS =
      Set.of(
          "type",
          "tts_notification_id",
          "shop_id",
          "timestamp",
          "data.order_id",
          "data.package_list.order_id_list",
          "data.product_id",
          "data.event_id",
          "event_id",
          "product_id",
          "change_detail.trigger_source",
          "data.change_detail.trigger_source");

  private static final long SECONDS_END = 100_000_000_000L;

  private record Kind(String topic, Subject subject) {}

  @Override
  public Platform platform() {
    return Platform.TIKTOK_SHOP;
  }

  @Override
  public boolean genuine(WebhookRequest request, WebhookKey key) {
    byte[] appKey = key.appKey().getBytes(StandardCharsets.UTF_8);
    byte[] signature = WebhookSignature.of(key.secret(), appKey, request.body());
    return WebhookSignature.same(
        HexFormat.of().formatHex(signature), request.header("Authorization").strip());
  }

  @Override
  public WebhookEvent read(WebhookRequest request) {
    WebhookBody body = WebhookBody.read(request.body(), PATHS);
    Kind kind = kind(body);
    return new WebhookEvent(
        body.first("shop_id"),
        kind.topic(),
        kind.subject(),
        refs(kind.subject(), body),
        kind.subject() == Subject.REVIEW ? Urgency.CONTENT : Urgency.ORDER,
        first(body, "tts_notification_id", "event_id", "data.event_id"),
        at(body.first("timestamp")));
  }

  /** Type 68 is documented without its envelope, so its own id gives it away. */
  private static Kind kind(WebhookBody body) {
    String type = body.first("type");
    if (type.equals("68") || (type.isEmpty() && !body.first("event_id").isEmpty())) {
      return stock(body);
    }
    Kind unknown = new Kind("type-" + (type.matches("\\d{1,6}") ? type : "unknown"), Subject.OTHER);
    return KINDS.getOrDefault(type, unknown);
  }

  private static Kind stock(WebhookBody body) {
    Kind kind = KINDS.get("68");
    boolean others =
        Stream.of("change_detail.trigger_source", "data.change_detail.trigger_source")
            .flatMap(path -> body.all(path).stream())
            .anyMatch(OTHERS::contains);
    return others ? kind : new Kind(kind.topic(), Subject.LISTING);
  }

  private static List<String> refs(Subject subject, WebhookBody body) {
    return switch (subject) {
      case ORDER, AFTERSALE, RECIPIENT ->
          Stream.concat(
                  body.all("data.order_id").stream(),
                  body.all("data.package_list.order_id_list").stream())
              .toList();
      case REVIEW, LISTING, CHANNEL_STOCK ->
          Stream.concat(body.all("data.product_id").stream(), body.all("product_id").stream())
              .toList();
      default -> List.of();
    };
  }

  private static String first(WebhookBody body, String... paths) {
    return Stream.of(paths)
        .map(body::first)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Seconds by the documentation; milliseconds are told apart by their size. */
  private static Optional<Instant> at(String timestamp) {
    try {
      long number = Long.parseLong(timestamp);
      return Optional.of(
          number < SECONDS_END ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
    } catch (NumberFormatException | DateTimeException none) {
      return Optional.empty();
    }
  }
}
