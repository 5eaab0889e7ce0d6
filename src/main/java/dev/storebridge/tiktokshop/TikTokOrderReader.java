package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelOrder.Goods;
import dev.storebridge.commerce.ChannelOrder.Line;
import dev.storebridge.commerce.ChannelOrder.Purpose;
import dev.storebridge.commerce.ChannelOrder.Shipper;
import dev.storebridge.commerce.OrderStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Understands TikTok's orders; leaves whatever is personal where it is. */
final class TikTokOrderReader {

  private final TikTokClock clock;

  TikTokOrderReader(TikTokClock clock) {
    this.clock = clock;
  }

  ChannelOrder order(JsonNode order) {
    String word = TikTokJson.text(order, "status");
    return new ChannelOrder(
        TikTokJson.text(order, "id"),
        status(word),
        word,
        time(order, "create_time").orElse(Instant.EPOCH),
        time(order, "update_time").orElse(Instant.EPOCH),
        time(order, "cancel_time"),
        TikTokJson.text(order, "warehouse_id"),
        TikTokJson.text(order, "fulfillment_type").equals("FULFILLMENT_BY_TIKTOK")
            ? Shipper.CHANNEL
            : Shipper.MERCHANT,
        purpose(order),
        TikTokJson.each(order, "line_items").map(line -> line(line, word)).toList());
  }

  /** A moment of TikTok's by our clock. */
  Instant ours(Instant theirs) {
    return clock.ours(theirs);
  }

  private Optional<Instant> time(JsonNode order, String field) {
    long seconds = order.path(field).asLong();
    return seconds > 0 ? Optional.of(clock.ours(Instant.ofEpochSecond(seconds))) : Optional.empty();
  }

  private static Purpose purpose(JsonNode order) {
    if (order.path("is_sample_order").asBoolean()) {
      return Purpose.SAMPLE;
    }
    if (order.path("is_replacement_order").asBoolean()) {
      return Purpose.REPLACEMENT;
    }
    return order.path("is_exchange_order").asBoolean() ? Purpose.EXCHANGE : Purpose.SALE;
  }

  /** A line without a word of its own stands where its order does. */
  private static Line line(JsonNode line, String orderWord) {
    String own = TikTokJson.text(line, "display_status");
    String word = own.isEmpty() ? orderWord : own;
    return new Line(
        TikTokJson.text(line, "id"),
        status(word),
        word,
        line.path("is_gift").asBoolean(),
        goods(line));
  }

  /** One line is one unit; of a bundle or combined listing it is the parts that have stock. */
  private static List<Goods> goods(JsonNode line) {
    Map<String, Goods> parts = new LinkedHashMap<>();
    TikTokJson.each(line, "sub_item_info").forEach(part -> add(parts, part, 1));
    if (parts.isEmpty()) {
      TikTokJson.each(line, "combined_listing_skus")
          .forEach(part -> add(parts, part, Math.max(1, part.path("sku_count").asInt(1))));
    }
    if (parts.isEmpty()) {
      add(parts, line, 1);
    }
    return List.copyOf(parts.values());
  }

  private static void add(Map<String, Goods> parts, JsonNode part, int units) {
    String offer = TikTokJson.text(part, "sku_id");
    Goods some =
        new Goods(
            TikTokJson.text(part, "product_id"), offer, TikTokJson.text(part, "seller_sku"), units);
    parts.merge(
        offer,
        some,
        (one, more) ->
            new Goods(one.listingId(), offer, one.sellerSku(), one.units() + more.units()));
  }

  /** Webhooks write CANCEL where the API writes CANCELLED. */
  static OrderStatus status(String word) {
    return switch (word) {
      case "UNPAID" -> OrderStatus.UNPAID;
      case "ON_HOLD" -> OrderStatus.ON_HOLD;
      case "AWAITING_SHIPMENT" -> OrderStatus.AWAITING_SHIPMENT;
      case "PARTIALLY_SHIPPING" -> OrderStatus.PARTIALLY_SHIPPED;
      case "AWAITING_COLLECTION" -> OrderStatus.AWAITING_COLLECTION;
      case "IN_TRANSIT" -> OrderStatus.IN_TRANSIT;
      case "DELIVERED" -> OrderStatus.DELIVERED;
      case "COMPLETED" -> OrderStatus.COMPLETED;
      case "CANCELLED", "CANCEL" -> OrderStatus.CANCELLED;
      default -> OrderStatus.UNKNOWN;
    };
  }
}
