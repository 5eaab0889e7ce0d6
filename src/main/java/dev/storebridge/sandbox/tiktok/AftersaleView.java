package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Cancellations and returns as the API shows them. */
final class AftersaleView {

  private AftersaleView() {}

  static ObjectNode of(AftersaleCase one) {
    return one.kind.cancellation() ? cancellation(one) : returned(one);
  }

  private static ObjectNode cancellation(AftersaleCase one) {
    ObjectNode node = Json.object().put("cancel_id", one.id).put("order_id", one.order.id);
    node.put("cancel_type", one.kind.name()).put("cancel_status", one.status);
    node.put("role", one.role).put("cancel_reason", one.reason);
    node.put("should_replenish_stock", true);
    common(node, one, "SELLER_RESPOND_CANCEL");
    ArrayNode lines = node.putArray("cancel_line_items");
    one.refunds.forEach((line, back) -> line(lines.addObject(), "cancel", one, line, back));
    return node;
  }

  private static ObjectNode returned(AftersaleCase one) {
    ObjectNode node = Json.object().put("return_id", one.id).put("order_id", one.order.id);
    node.put("return_type", one.kind.name()).put("return_status", one.status);
    node.put("role", one.role).put("return_reason", one.reason);
    boolean received = one.status.equals(AftersaleCase.RETURN_SENT);
    common(node, one, received ? "SELLER_RESPOND_RECEIVE_PACKAGE" : "SELLER_RESPOND_REFUND");
    ArrayNode lines = node.putArray("return_line_items");
    one.refunds.forEach((line, back) -> line(lines.addObject(), "return", one, line, back));
    return node;
  }

  private static void common(ObjectNode node, AftersaleCase one, String action) {
    node.put("create_time", one.createTime).put("update_time", one.updateTime);
    ArrayNode next = node.putArray("seller_next_action_response");
    if (one.deadline > 0) {
      next.addObject().put("action", action).put("deadline", one.deadline);
    }
    amount(node.putObject("refund_amount"), one, one.goods(), one.shipping);
  }

  private static void line(
      ObjectNode node, String word, AftersaleCase one, OrderLine line, BigDecimal back) {
    node.put(word + "_line_item_id", one.id + line.id.substring(line.id.length() - 3));
    node.put("order_line_item_id", line.id).put("sku_id", line.sku.id);
    node.put("seller_sku", line.sellerSku).put("product_name", line.product.title());
    amount(node.putObject("refund_amount"), one, back, BigDecimal.ZERO);
  }

  private static void amount(
      ObjectNode node, AftersaleCase one, BigDecimal goods, BigDecimal shipping) {
    node.put("currency", one.order.lines.getFirst().currency);
    node.put("refund_total", goods.add(shipping).toPlainString());
    node.put("refund_subtotal", goods.toPlainString());
    node.put("refund_shipping_fee", shipping.toPlainString()).put("refund_tax", "0");
  }
}
