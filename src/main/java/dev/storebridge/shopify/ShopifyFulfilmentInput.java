package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.Shipment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Writes a parcel as {@code fulfillmentCreate} takes it: units of the order's lines out of those
 * fulfilment orders that still have them to send. Source: Shopify docs, fulfillmentCreate. Pure.
 */
final class ShopifyFulfilmentInput {

  private static final String CREATE = "CREATE_FULFILLMENT";

  private ShopifyFulfilmentInput() {}

  /** Empty when nothing of it is left to be sent. */
  static Optional<Map<String, Object>> of(Shipment parcel, JsonNode fulfilmentOrders) {
    Map<String, Integer> left = new HashMap<>(parcel.units());
    List<Map<String, Object>> parts = new ArrayList<>();
    for (JsonNode order : fulfilmentOrders.path("nodes")) {
      List<Map<String, Object>> lines = open(order) ? lines(order, left) : List.of();
      if (!lines.isEmpty()) {
        parts.add(
            Map.of(
                "fulfillmentOrderId",
                order.path("id").asText(),
                "fulfillmentOrderLineItems",
                lines));
      }
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Map.of(
                "lineItemsByFulfillmentOrder",
                parts,
                "trackingInfo",
                Map.of("company", parcel.carrier(), "number", parcel.trackingNumber()),
                "notifyCustomer",
                false));
  }

  private static boolean open(JsonNode order) {
    return StreamSupport.stream(order.path("supportedActions").spliterator(), false)
        .anyMatch(action -> action.path("action").asText().equals(CREATE));
  }

  private static List<Map<String, Object>> lines(JsonNode order, Map<String, Integer> left) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (JsonNode line : order.path("lineItems").path("nodes")) {
      String id = ShopifyTranslator.numeric(line.path("lineItem").path("id").asText());
      int units = Math.min(left.getOrDefault(id, 0), line.path("remainingQuantity").asInt());
      if (units > 0) {
        left.merge(id, -units, Integer::sum);
        lines.add(Map.of("id", line.path("id").asText(), "quantity", units));
      }
    }
    return lines;
  }
}
