package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderCopy;
import dev.storebridge.commerce.StoreOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Understands WooCommerce's orders; leaves whatever is personal where it is. Pure. */
final class OrderReader {

  private static final Set<String> OVER = Set.of("cancelled", "trash", "failed");

  private OrderReader() {}

  static StoreOrder order(JsonNode node) {
    String number = Json.text(node, "number");
    return new StoreOrder(
        Json.text(node, "id"),
        number.isEmpty() ? Json.text(node, "id") : number,
        Instant.parse(Json.text(node, "date_created_gmt") + "Z"),
        OVER.contains(Json.text(node, "status")),
        new Money(
                Json.decimal(node, "total").orElse(BigDecimal.ZERO),
                CurrencyCode.read(Json.text(node, "currency")))
            .rounded(),
        Json.entries(node, "line_items").map(OrderReader::line).toList());
  }

  /** Orders of others have no mark: theirs is empty. */
  static OrderCopy copy(JsonNode node) {
    StoreOrder order = order(node);
    return new OrderCopy(
        order.id(),
        meta(node, OrderInput.ORDER_ID),
        order.createdAt(),
        Instant.parse(Json.text(node, "date_modified_gmt") + "Z"),
        order.cancelled(),
        order.total());
  }

  private static StoreOrder.Line line(JsonNode line) {
    String variation = id(line, "variation_id");
    return new StoreOrder.Line(
        Json.text(line, "id"),
        variation.isEmpty() ? id(line, "product_id") : variation,
        Json.text(line, "sku"),
        Json.whole(line, "quantity").orElse(0L).intValue(),
        channelLines(line));
  }

  private static String id(JsonNode line, String member) {
    String id = Json.text(line, member);
    return id.equals("0") ? "" : id;
  }

  private static List<String> channelLines(JsonNode line) {
    return Stream.of(meta(line, OrderInput.LINE_IDS).split(",", -1))
        .filter(id -> !id.isBlank())
        .toList();
  }

  /** The value of a meta member; empty for none. */
  static String meta(JsonNode node, String key) {
    return Json.entries(node, "meta_data")
        .filter(one -> Json.text(one, "key").equals(key))
        .map(one -> Json.text(one, "value"))
        .findFirst()
        .orElse("");
  }
}
