package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.Shipment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What left of an order, as the common tracking extensions write it into the order's meta: the list
 * that Shipment Tracking and Advanced Shipment Tracking share, else single members of others. A
 * completed order has left as a whole; its first number stands for all of it. Source: documentation
 * of the extensions. Pure.
 */
final class OrderShipments {

  private static final String LIST = "_wc_shipment_tracking_items";
  private static final List<String> NUMBERS =
      List.of("_tracking_number", "_aftership_tracking_number", "ywot_tracking_code");
  private static final List<String> CARRIERS =
      List.of("_tracking_provider", "_aftership_tracking_provider_name", "ywot_carrier_name");

  private OrderShipments() {}

  static List<Shipment> of(JsonNode order) {
    if (!Json.text(order, "status").equals("completed")) {
      return List.of();
    }
    return List.of(tracked(order).orElseGet(() -> single(order)));
  }

  /** What completes an order, with the numbers where the tracking extensions look for them. */
  static ObjectNode sent(List<Shipment> parcels) {
    ObjectNode order = Json.MAPPER.createObjectNode().put("status", "completed");
    ObjectNode meta = order.putArray("meta_data").addObject().put("key", LIST);
    ArrayNode items = meta.putArray("value");
    parcels.forEach(
        parcel ->
            items
                .addObject()
                .put("tracking_provider", "")
                .put("custom_tracking_provider", parcel.carrier())
                .put("custom_tracking_link", "")
                .put("tracking_number", parcel.trackingNumber())
                .put("date_shipped", "")
                .put("tracking_id", parcel.trackingNumber()));
    return order;
  }

  private static Optional<Shipment> tracked(JsonNode order) {
    List<Shipment> found = new ArrayList<>();
    Json.entries(order, "meta_data")
        .filter(one -> Json.text(one, "key").equals(LIST))
        .forEach(
            one ->
                one.path("value")
                    .forEach(
                        item -> {
                          String carrier = Json.text(item, "tracking_provider");
                          found.add(
                              shipment(
                                  order,
                                  carrier.isEmpty()
                                      ? Json.text(item, "custom_tracking_provider")
                                      : carrier,
                                  Json.text(item, "tracking_number")));
                        }));
    return found.stream().filter(one -> !one.trackingNumber().isEmpty()).findFirst();
  }

  private static Shipment single(JsonNode order) {
    return shipment(order, first(order, CARRIERS), first(order, NUMBERS));
  }

  private static String first(JsonNode order, List<String> keys) {
    return keys.stream()
        .map(key -> OrderReader.meta(order, key))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Shipment shipment(JsonNode order, String carrier, String number) {
    Map<String, Integer> units = new LinkedHashMap<>();
    Json.entries(order, "line_items")
        .forEach(
            line ->
                units.put(
                    Json.text(line, "id"), Json.whole(line, "quantity").orElse(0L).intValue()));
    return new Shipment(Json.text(order, "id"), units, carrier, number, false);
  }
}
