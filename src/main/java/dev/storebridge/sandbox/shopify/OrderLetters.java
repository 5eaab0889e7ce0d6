package dev.storebridge.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.shopify.order.StoredLine;
import dev.storebridge.sandbox.shopify.order.StoredOrder;
import dev.storebridge.sandbox.shopify.order.StoredParcel;
import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.webhook.Mailroom;
import dev.storebridge.sandbox.shopify.webhook.Topic;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Tells subscribers of orders and fulfilments, in the words of Shopify's older REST API. */
final class OrderLetters {

  private final Mailroom mailroom;

  OrderLetters(Mailroom mailroom) {
    this.mailroom = mailroom;
  }

  void tell(Topic topic, StoredOrder order, StoredParcel parcel) {
    mailroom.announce(topic, parcel == null ? order(order) : parcel(order, parcel));
  }

  private static JsonNode order(StoredOrder order) {
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

  private static JsonNode parcel(StoredOrder order, StoredParcel parcel) {
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
