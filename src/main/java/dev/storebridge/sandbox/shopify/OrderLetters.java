package dev.storebridge.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.shopify.order.OrderNews;
import dev.storebridge.sandbox.shopify.order.StoredLine;
import dev.storebridge.sandbox.shopify.order.StoredOrder;
import dev.storebridge.sandbox.shopify.order.StoredParcel;
import dev.storebridge.sandbox.shopify.order.StoredRefund;
import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.webhook.Mailroom;
import dev.storebridge.sandbox.shopify.webhook.Topic;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells subscribers of orders and fulfilments, in the words of Shopify's older REST API. */
final class OrderLetters implements OrderNews {

  private final Mailroom mailroom;

  OrderLetters(Mailroom mailroom) {
    this.mailroom = mailroom;
  }

  @Override
  public void order(Topic topic, StoredOrder order) {
    mailroom.announce(topic, json(order));
  }

  @Override
  public void parcel(Topic topic, StoredOrder order, StoredParcel parcel) {
    mailroom.announce(topic, json(order, parcel));
  }

  @Override
  public void refund(StoredOrder order, StoredRefund refund) {
    Map<String, Object> json = identified("Refund", refund.id());
    json.put("order_id", order.id());
    json.put("note", refund.note());
    json.put("created_at", refund.createdAt());
    json.put(
        "refund_line_items",
        refund.units().entrySet().stream()
            .map(one -> Map.of("line_item_id", one.getKey(), "quantity", one.getValue()))
            .toList());
    mailroom.announce(Topic.REFUNDS_CREATE, Reply.JSON.valueToTree(json));
  }

  private static JsonNode json(StoredOrder order) {
    Map<String, Object> json = identified("Order", order.id());
    json.put("name", order.name());
    json.put("created_at", order.createdAt());
    json.put("updated_at", order.updatedAt());
    json.put("cancelled_at", order.cancelledAt());
    json.put(
        "cancel_reason",
        order.cancelReason() == null ? null : order.cancelReason().toLowerCase(Locale.ROOT));
    json.put("source_name", order.sourceName());
    json.put("source_identifier", order.sourceIdentifier());
    json.put("tags", String.join(", ", order.tags()));
    json.put("total_price", order.total().toPlainString());
    json.put("currency", order.currency());
    json.put("line_items", order.lines().stream().map(OrderLetters::line).toList());
    return Reply.JSON.valueToTree(json);
  }

  private static JsonNode json(StoredOrder order, StoredParcel parcel) {
    Map<String, Object> json = identified("Fulfillment", parcel.id());
    json.put("order_id", order.id());
    json.put("name", parcel.name());
    json.put("status", parcel.cancelled() ? "cancelled" : "success");
    json.put("created_at", parcel.createdAt());
    json.put("updated_at", parcel.updatedAt());
    json.put("tracking_company", parcel.company());
    json.put("tracking_number", parcel.number());
    json.put("tracking_url", parcel.url());
    json.put("shipment_status", null);
    json.put(
        "line_items",
        order.lines().stream()
            .filter(line -> parcel.units().containsKey(line.id()))
            .map(OrderLetters::line)
            .toList());
    return Reply.JSON.valueToTree(json);
  }

  private static Map<String, Object> line(StoredLine line) {
    Map<String, Object> json = identified("LineItem", line.id());
    json.put("variant_id", line.variantId() == 0 ? null : line.variantId());
    json.put("sku", line.sku());
    json.put("title", line.title());
    json.put("quantity", line.quantity());
    json.put("price", line.price().toPlainString());
    return json;
  }

  private static Map<String, Object> identified(String type, long id) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("admin_graphql_api_id", Gid.of(type, id));
    return json;
  }
}
