package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.commerce.Recipient;
import java.math.BigDecimal;
import java.util.List;

/**
 * Writes an order as the REST API takes it. The shop adds its own tax to every amount it is told,
 * so lines carry the class of rate zero and everything else no tax at all: the total is then what
 * was sent. Lines whose stock is not to be taken name no product, since nothing else keeps the shop
 * from taking it. Source: WooCommerce REST API v3, orders. Pure.
 */
final class OrderInput {

  static final String CREATED_VIA = "tiktok-shop";
  static final String ORDER_ID = "_tiktok_order_id";
  static final String SHOP_ID = "_tiktok_shop_id";

  /** The meta member of a line that names the channel's lines; shops hide names that begin so. */
  static final String LINE_IDS = "_tiktok_line_ids";

  /** One of the two classes that every shop has from the start. */
  private static final String NO_TAX = "zero-rate";

  private OrderInput() {}

  static ObjectNode of(OrderDraft draft) {
    ObjectNode order = Json.MAPPER.createObjectNode();
    if (draft.held()) {
      order.put("status", "on-hold");
    } else {
      order.put("set_paid", true);
    }
    order.put("currency", draft.currency().value()).put("created_via", CREATED_VIA);
    order.put("payment_method", CREATED_VIA).put("payment_method_title", "TikTok Shop");
    order.put("transaction_id", draft.reference().orderId());
    addresses(order, draft);
    ArrayNode meta = order.putArray("meta_data");
    meta(meta, ORDER_ID, draft.reference().orderId());
    meta(meta, SHOP_ID, draft.reference().shopId());
    draft.attributes().forEach((name, value) -> meta(meta, name, value));
    if (!draft.tags().isEmpty()) {
      meta(meta, "tiktok_tags", String.join(", ", draft.tags()));
    }
    ArrayNode lines = order.putArray("line_items");
    draft.lines().forEach(line -> line(lines.addObject(), line, draft.takesStock()));
    order
        .putArray("shipping_lines")
        .addObject()
        .put("method_id", CREATED_VIA)
        .put("method_title", "TikTok Shop")
        .put("total", draft.shipping().text());
    ArrayNode fees = order.putArray("fee_lines");
    draft.charges().forEach((name, amount) -> fee(fees, name, amount.text()));
    if (draft.tax().amount().signum() > 0) {
      fee(fees, "Tax collected by TikTok Shop", draft.tax().text());
    }
    if (draft.discount().amount().signum() > 0) {
      fee(fees, "Discount on TikTok Shop", "-" + draft.discount().text());
    }
    return order;
  }

  /** What the end of the buyer's hour changes. */
  static ObjectNode released(OrderDraft draft) {
    ObjectNode order = Json.MAPPER.createObjectNode().put("status", "processing");
    addresses(order, draft);
    return order;
  }

  /** Where it goes to; empty while that is masked. */
  static ObjectNode addressed(OrderDraft draft) {
    ObjectNode order = Json.MAPPER.createObjectNode();
    if (draft.recipient().isPresent()) {
      addresses(order, draft);
    }
    return order;
  }

  private static void line(ObjectNode node, OrderDraft.Line line, boolean takesStock) {
    if (takesStock) {
      line.item()
          .ifPresent(
              item -> {
                node.put("product_id", Long.parseLong(item.productId()));
                if (!item.variantId().equals(item.productId())) {
                  node.put("variation_id", Long.parseLong(item.variantId()));
                }
              });
    }
    node.put("name", line.title()).put("quantity", line.quantity()).put("tax_class", NO_TAX);
    node.put("subtotal", times(line.original(), line.quantity()));
    node.put("total", times(line.price(), line.quantity()));
    ArrayNode meta = node.putArray("meta_data");
    meta(meta, LINE_IDS, String.join(",", line.channelLineIds()));
    if (!line.sku().isEmpty()) {
      meta(meta, "tiktok_sku", line.sku());
    }
  }

  private static String times(Money unit, int quantity) {
    BigDecimal whole = unit.amount().multiply(BigDecimal.valueOf(quantity));
    return new Money(whole, unit.currency()).text();
  }

  private static void fee(ArrayNode fees, String name, String total) {
    fees.addObject().put("name", name).put("total", total).put("tax_status", "none");
  }

  private static void meta(ArrayNode meta, String key, String value) {
    meta.addObject().put("key", key).put("value", value);
  }

  /** What is masked is left out, so that it overwrites nothing. */
  private static void addresses(ObjectNode order, OrderDraft draft) {
    ObjectNode billing = Json.MAPPER.createObjectNode();
    ObjectNode shipping = Json.MAPPER.createObjectNode();
    draft
        .recipient()
        .ifPresent(
            to -> {
              address(billing, to);
              address(shipping, to);
            });
    put(billing, "email", draft.email());
    if (!billing.isEmpty()) {
      order.set("billing", billing);
    }
    if (!shipping.isEmpty()) {
      order.set("shipping", shipping);
    }
  }

  private static void address(ObjectNode node, Recipient to) {
    List<String> lines = to.lines();
    put(node, "first_name", to.firstName());
    put(node, "last_name", to.lastName());
    put(node, "phone", to.phone());
    put(node, "address_1", lines.getFirst());
    put(node, "address_2", String.join(", ", lines.subList(1, lines.size())));
    put(node, "city", to.city());
    put(node, "state", to.province());
    put(node, "postcode", to.postalCode());
    put(node, "country", to.country());
  }

  private static void put(ObjectNode node, String member, String value) {
    if (!value.isBlank()) {
      node.put(member, value);
    }
  }
}
