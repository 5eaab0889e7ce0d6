package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Add External Order References and Get External Order References. */
final class OrderReferenceEndpoints {

  private static final int MOST = 100;

  /** Partial errors inside code 0 name the orders that are not the shop's. */
  JsonNode add(ApiCall call) {
    JsonNode orders = call.body().path("orders");
    Refusal.when(orders.isEmpty() || orders.size() > MOST, Code.PARAMETER, "1 to 100 orders");
    ObjectNode data = Json.object();
    ArrayNode errors = data.putArray("errors");
    synchronized (call.shop()) {
      for (JsonNode one : orders) {
        Order order = call.shop().orders.get(one.path("id").asText());
        JsonNode external = one.path("external_order");
        if (order == null) {
          error(errors.addObject(), one);
        } else {
          order.externals.put(external.path("platform").asText(), external.deepCopy());
        }
      }
    }
    return errors.isEmpty() ? Json.object() : data;
  }

  private static void error(ObjectNode error, JsonNode one) {
    error.put("code", Integer.toString(Code.ORDER_UNKNOWN.number));
    error.put("message", Code.ORDER_UNKNOWN.words);
    ObjectNode detail = error.putObject("detail").put("order_id", one.path("id").asText());
    detail
        .putObject("external_order")
        .put("id", one.path("external_order").path("id").asText())
        .put("platform", one.path("external_order").path("platform").asText());
  }

  JsonNode get(ApiCall call) {
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("external_orders");
    synchronized (call.shop()) {
      Order order = call.shop().orders.get(call.path().get("order_id"));
      Refusal.when(order == null, Code.ORDER_UNKNOWN);
      JsonNode external = order.externals.get(call.query("platform"));
      if (external != null) {
        list.add(external);
      }
    }
    return data;
  }
}
