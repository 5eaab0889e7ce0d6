package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.RefundDraft;
import dev.storebridge.commerce.StoreRefund;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Refunds as the REST API takes and gives them. The amount says what went back; a line says which
 * units it was for, at what the order has for them. Source: WooCommerce REST API v3, order refunds.
 * Pure.
 */
final class OrderRefunds {

  private OrderRefunds() {}

  static StoreRefund of(JsonNode refund, CurrencyCode currency) {
    return new StoreRefund(
        Json.text(refund, "id"),
        Json.text(refund, "reason"),
        new Money(Json.decimal(refund, "amount").orElse(BigDecimal.ZERO), currency).rounded(),
        units(refund));
  }

  /** Quantities come back negative, each with the id of the line that it is for. */
  private static Map<String, Integer> units(JsonNode refund) {
    Map<String, Integer> units = new LinkedHashMap<>();
    Json.entries(refund, "line_items")
        .forEach(
            line -> {
              int quantity = Math.abs(Json.whole(line, "quantity").orElse(0L).intValue());
              String id = OrderReader.meta(line, "_refunded_item_id");
              if (quantity > 0 && !id.isEmpty()) {
                units.merge(id, quantity, Integer::sum);
              }
            });
    return units;
  }

  /**
   * @param order as the API shows it, with its lines
   */
  static ObjectNode input(RefundDraft draft, JsonNode order) {
    ObjectNode refund = Json.MAPPER.createObjectNode();
    refund.put("amount", draft.total().text()).put("reason", draft.reference());
    refund.put("api_refund", false).put("api_restock", draft.restock());
    ArrayNode lines = refund.putArray("line_items");
    draft.units().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            line -> {
              ObjectNode node = lines.addObject();
              node.put("id", Long.parseLong(line.getKey())).put("quantity", line.getValue());
              worth(order, line.getKey(), line.getValue())
                  .ifPresent(worth -> node.put("refund_total", worth));
            });
    return refund;
  }

  /** What the order has for units of a line. */
  private static Optional<BigDecimal> worth(JsonNode order, String lineId, int units) {
    return Json.entries(order, "line_items")
        .filter(line -> Json.text(line, "id").equals(lineId))
        .findFirst()
        .map(
            line -> {
              BigDecimal total = Json.decimal(line, "total").orElse(BigDecimal.ZERO);
              long quantity = Math.max(1, Json.whole(line, "quantity").orElse(1L));
              return total
                  .multiply(BigDecimal.valueOf(units))
                  .divide(BigDecimal.valueOf(quantity), total.scale(), RoundingMode.HALF_UP);
            });
  }
}
