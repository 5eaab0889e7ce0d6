package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Get Order List and Get Order Detail. Unknown ids are simply not answered. */
final class OrderEndpoints {

  private static final int MOST_IDS = 50;
  private static final int MOST_WAREHOUSES = 100;

  private final Buyers buyers;
  private final Pages pages;

  OrderEndpoints(World world, Buyers buyers) {
    this.buyers = buyers;
    this.pages = new Pages(world.switches);
  }

  JsonNode detail(ApiCall call) {
    List<String> ids = List.of(call.query("ids").split(",", -1));
    Refusal.when(ids.size() > MOST_IDS, Code.PARAMETER, "more than 50 ids");
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("orders");
    synchronized (call.shop()) {
      buyers.settle(call.shop());
      for (String id : Set.copyOf(ids)) {
        Order order = call.shop().orders.get(id);
        if (order != null) {
          list.add(OrderView.of(order, call.shop()));
        }
      }
    }
    return data;
  }

  JsonNode search(ApiCall call) {
    ObjectNode body = call.body();
    Refusal.when(body.path("warehouse_ids").size() > MOST_WAREHOUSES, Code.PARAMETER);
    Comparator<Order> sorting = sorting(call);
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("orders");
    synchronized (call.shop()) {
      buyers.settle(call.shop());
      List<Order> found =
          call.shop().orders.values().stream()
              .filter(order -> fits(order, body))
              .sorted(sorting)
              .toList();
      String bound = body + call.query("sort_field") + call.query("sort_order");
      Pages.Page<Order> page = pages.cut(call, found, bound);
      page.items().forEach(order -> list.add(OrderView.of(order, call.shop())));
      page.describe(data);
    }
    return data;
  }

  private static Comparator<Order> sorting(ApiCall call) {
    ToLongFunction<Order> time =
        switch (call.query("sort_field")) {
          case "", "create_time" -> order -> order.createTime;
          case "update_time" -> order -> order.updateTime;
          default -> throw Refusal.at(Code.VALUE_WRONG, "sort_field");
        };
    Comparator<Order> ascending = Comparator.comparingLong(time).thenComparing(order -> order.id);
    return switch (call.query("sort_order")) {
      case "", "DESC" -> ascending.reversed();
      case "ASC" -> ascending;
      default -> throw Refusal.at(Code.VALUE_WRONG, "sort_order");
    };
  }

  private static boolean fits(Order order, ObjectNode body) {
    String status = body.path("order_status").asText();
    Set<String> warehouses = new HashSet<>();
    body.path("warehouse_ids").forEach(id -> warehouses.add(id.asText()));
    String shipping = body.path("shipping_type").asText();
    return (status.isEmpty() || status.equals(order.state.name()))
        && (warehouses.isEmpty() || warehouses.contains(order.warehouse))
        && (shipping.isEmpty() || shipping.equals(order.platformShips ? "TIKTOK" : "SELLER"))
        && (!body.path("is_buyer_request_cancel").asBoolean() || order.cancelRequested)
        && within(order.createTime, body.path("create_time_ge"), body.path("create_time_lt"))
        && within(order.updateTime, body.path("update_time_ge"), body.path("update_time_lt"));
  }

  private static boolean within(long time, JsonNode from, JsonNode before) {
    return time >= from.asLong(Long.MIN_VALUE) && time < before.asLong(Long.MAX_VALUE);
  }
}
