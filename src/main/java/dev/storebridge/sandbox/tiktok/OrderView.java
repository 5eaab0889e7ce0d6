package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** An order as the API shows it, with an invented buyer who is masked when TikTok masks. */
final class OrderView {

  static final BigDecimal SHIPPING = new BigDecimal("3.99");

  private OrderView() {}

  static ObjectNode of(Order order, Shop shop) {
    ObjectNode node = Json.object().put("id", order.id).put("status", order.state.name());
    node.put("create_time", order.createTime).put("update_time", order.updateTime);
    if (order.paidTime > 0) {
      node.put("paid_time", order.paidTime);
    }
    node.put("rts_sla_time", order.dueTime).put("shipping_due_time", order.dueTime);
    if (order.cancelTime > 0) {
      node.put("cancel_time", order.cancelTime).put("cancellation_initiator", "BUYER");
      node.put("cancel_reason", "No longer needed");
    }
    node.put("order_type", "NORMAL").put("fulfillment_type", "FULFILLMENT_BY_SELLER");
    node.put("shipping_type", order.platformShips ? "TIKTOK" : "SELLER")
        .put("delivery_type", "HOME_DELIVERY");
    node.put("delivery_option_id", Carriers.OPTION);
    node.put("delivery_option_name", "Standard shipping");
    node.put("warehouse_id", order.warehouse).put("is_sample_order", order.sample);
    node.put("is_on_hold_order", !order.sample).put("is_cod", false);
    node.put("is_buyer_request_cancel", order.cancelRequested).put("buyer_message", "");
    node.put("user_id", "74900" + order.id.substring(5));
    node.put("buyer_email", "b" + order.id.substring(9) + "@chat.seller.tiktok.com");
    ArrayNode packages = node.putArray("packages");
    order.parcels.forEach(parcel -> packages.addObject().put("id", parcel.id));
    address(node.putObject("recipient_address"), order, shop);
    ArrayNode lines = node.putArray("line_items");
    order.lines.forEach(line -> lines.add(shipped(order, line, line(line))));
    payment(node.putObject("payment"), order);
    return node;
  }

  private static void address(ObjectNode address, Order order, Shop shop) {
    boolean masked =
        switch (order.state) {
          case UNPAID, ON_HOLD, CANCELLED -> true;
          default -> false;
        };
    address.put("region_code", shop.facts.region());
    address.put("name", masked ? "" : "Example Buyer");
    address.put("phone_number", masked ? "(+44)7***00" : "(+44)7700900000");
    address.put("address_line1", masked ? "" : order.street).put("address_line2", "");
    address.put("postal_code", masked ? "" : "AB1 2CD");
    address.put("full_address", masked ? "" : "United Kingdom, Exampletown, " + order.street);
  }

  private static ObjectNode line(OrderLine line) {
    ObjectNode node = Json.object().put("id", line.id).put("product_id", line.product.id);
    node.put("sku_id", line.sku.id).put("seller_sku", line.sellerSku);
    node.put("product_name", line.product.title()).put("sku_name", "");
    node.put("original_price", line.price).put("sale_price", line.price);
    node.put("seller_discount", "0").put("platform_discount", "0");
    node.put("currency", line.currency).put("display_status", line.state.name());
    return node.put("is_gift", false);
  }

  private static ObjectNode shipped(Order order, OrderLine line, ObjectNode node) {
    order.parcels.stream()
        .filter(parcel -> parcel.lines.contains(line))
        .forEach(
            parcel ->
                node.put("package_id", parcel.id)
                    .put("tracking_number", parcel.tracking)
                    .put("shipping_provider_id", parcel.provider)
                    .put("shipping_provider_name", Carriers.ALL.get(parcel.provider)));
    return node;
  }

  private static void payment(ObjectNode payment, Order order) {
    BigDecimal goods =
        order.lines.stream()
            .map(line -> new BigDecimal(line.price))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal products = order.sample ? BigDecimal.ZERO : goods;
    BigDecimal shipping = order.sample ? BigDecimal.ZERO : SHIPPING;
    payment.put("currency", order.lines.get(0).currency);
    payment.put("original_total_product_price", goods.toPlainString());
    payment.put("seller_discount", goods.subtract(products).toPlainString());
    payment.put("platform_discount", "0").put("sub_total", products.toPlainString());
    payment.put("original_shipping_fee", SHIPPING.toPlainString());
    payment.put("shipping_fee", shipping.toPlainString()).put("tax", "0");
    payment.put("total_amount", products.add(shipping).toPlainString());
  }
}
