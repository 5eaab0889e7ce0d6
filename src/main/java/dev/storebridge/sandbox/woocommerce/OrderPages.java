package dev.storebridge.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.woocommerce.store.SavedOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shop's orders on its control face: a merchant's and a customer's hands on them. */
final class OrderPages {

  private static final ObjectMapper JSON = new ObjectMapper();

  private OrderPages() {}

  static Map<String, Object> list(WooCommerceSandbox sandbox) {
    return Map.of("items", sandbox.orders().stream().map(OrderPages::view).toList());
  }

  private static Map<String, Object> view(SavedOrder order) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", Long.toString(order.id()));
    view.put("status", order.status());
    view.put("sourceIdentifier", order.text("transaction_id"));
    view.put("total", order.text("total"));
    view.put("currency", order.text("currency"));
    view.put("cancelled", List.of("cancelled", "trash").contains(order.status()));
    view.put("country", order.facts().path("shipping").path("country").asText());
    view.put("street", order.facts().path("shipping").path("address_1").asText());
    view.put("refunds", order.facts().path("refunds"));
    view.put("lines", order.facts().path("line_items"));
    return view;
  }

  /**
   * Member act: {@code buy} (productId, variationId, units), {@code complete} (order, company,
   * number), {@code refund} (order, amount, note, restock), {@code cancel} (order).
   */
  static Reply act(WooCommerceSandbox sandbox, JsonNode body) {
    long order = body.path("order").asLong();
    return switch (body.path("act").asText()) {
      case "buy" -> Reply.json(200, sandbox.placeOrder(bought(body)));
      case "complete" -> Reply.json(200, sandbox.changeOrder(order, completed(body)));
      case "cancel" ->
          Reply.json(200, sandbox.changeOrder(order, object().put("status", "cancelled")));
      case "refund" ->
          Reply.json(
              200,
              sandbox.refundOrder(
                  order,
                  object()
                      .put("amount", body.path("amount").asText())
                      .put("reason", body.path("note").asText())
                      .put("api_refund", false)
                      .put("api_restock", body.path("restock").asBoolean())));
      default -> throw new IllegalArgumentException("act: buy, complete, refund or cancel");
    };
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }

  private static ObjectNode bought(JsonNode body) {
    ObjectNode order = object().put("set_paid", true).put("created_via", "checkout");
    ObjectNode line = order.putArray("line_items").addObject();
    line.put("product_id", body.path("productId").asLong());
    if (body.hasNonNull("variationId")) {
      line.put("variation_id", body.path("variationId").asLong());
    }
    line.put("quantity", body.path("units").asInt(1));
    return order;
  }

  /** With the number where the common tracking extensions keep it. */
  private static ObjectNode completed(JsonNode body) {
    ObjectNode change = object().put("status", "completed");
    if (body.hasNonNull("number")) {
      ObjectNode meta = change.putArray("meta_data").addObject();
      meta.put("key", "_wc_shipment_tracking_items");
      meta.putArray("value")
          .addObject()
          .put("tracking_provider", body.path("company").asText(""))
          .put("custom_tracking_provider", "")
          .put("custom_tracking_link", "")
          .put("tracking_number", body.path("number").asText())
          .put("date_shipped", "")
          .put("tracking_id", "1");
    }
    return change;
  }
}
