package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.tiktok.AftersaleCase.Kind;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Cancellations and returns as apps ask for them, answer them and read them. */
final class AftersaleEndpoints {

  private static final String OUT_OF_STOCK = "seller_cancel_reason_out_of_stock";
  private static final List<String> CANCEL_REASONS =
      List.of(OUT_OF_STOCK, "seller_cancel_reason_wrong_price");
  private static final String REFUND_REASON = "seller_refund_reason_agreed_with_buyer";
  private static final Set<String> LINES_CANCELLED = Set.of("US", "GB");

  private final Buyers buyers;
  private final Aftersales aftersales;
  private final Pages pages;

  /** Returns by the key they were asked for under. */
  private final Map<String, String> returnsByKey = new HashMap<>();

  AftersaleEndpoints(World world, Buyers buyers, Aftersales aftersales) {
    this.buyers = buyers;
    this.aftersales = aftersales;
    this.pages = new Pages(world.switches);
  }

  JsonNode searchCancellations(ApiCall call) {
    JsonNode body = call.body();
    return search(
        call,
        "cancellations",
        one ->
            one.kind.cancellation()
                && among(body.path("cancel_ids"), one.id)
                && among(body.path("cancel_types"), one.kind.name())
                && among(body.path("cancel_status"), one.status));
  }

  JsonNode searchReturns(ApiCall call) {
    JsonNode body = call.body();
    return search(
        call,
        "return_orders",
        one ->
            !one.kind.cancellation()
                && among(body.path("return_ids"), one.id)
                && among(body.path("return_types"), one.kind.name())
                && among(body.path("return_status"), one.status));
  }

  private JsonNode search(ApiCall call, String member, Predicate<AftersaleCase> wanted) {
    JsonNode body = call.body();
    boolean byUpdate =
        switch (call.query("sort_field")) {
          case "", "create_time" -> false;
          case "update_time" -> true;
          default -> throw Refusal.at(Code.AFTERSALE_PARAMETER, "sort_field");
        };
    Comparator<AftersaleCase> rising =
        Comparator.<AftersaleCase>comparingLong(one -> byUpdate ? one.updateTime : one.createTime)
            .thenComparing(one -> one.id);
    boolean falling = call.query("sort_order").equals("DESC");
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray(member);
    synchronized (call.shop()) {
      List<AftersaleCase> found =
          call.shop().cases.values().stream()
              .filter(wanted)
              .filter(one -> among(body.path("order_ids"), one.order.id))
              .filter(one -> within(one.createTime, body, "create_time"))
              .filter(one -> within(one.updateTime, body, "update_time"))
              .sorted(falling ? rising.reversed() : rising)
              .toList();
      String bound = body + call.query("sort_field") + call.query("sort_order");
      Pages.Page<AftersaleCase> page = pages.cut(call, found, bound, size(call));
      page.items().forEach(one -> list.add(AftersaleView.of(one)));
      page.describe(data);
    }
    return data;
  }

  private static boolean among(JsonNode names, String one) {
    return names.isEmpty() || Json.stream(names).anyMatch(name -> name.asText().equals(one));
  }

  private static boolean within(long time, JsonNode body, String name) {
    return time >= body.path(name + "_ge").asLong(Long.MIN_VALUE)
        && time < body.path(name + "_lt").asLong(Long.MAX_VALUE);
  }

  /** What the seller may do with the lines of an order, and for which reasons. */
  JsonNode eligibility(ApiCall call) {
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("sku_eligibility");
    synchronized (call.shop()) {
      buyers.settle(call.shop());
      Order order = order(call.shop(), call.path().get("order_id"));
      Set<String> skus = new HashSet<>();
      order.lines.stream()
          .filter(line -> skus.add(line.sku.id))
          .forEach(line -> eligible(list.addObject(), call.shop(), order, line.sku.id));
    }
    return data;
  }

  private void eligible(ObjectNode node, Shop shop, Order order, String sku) {
    node.put("sku_id", sku);
    ArrayNode list = node.putArray("line_item_eligibility");
    List<OrderLine> lines =
        order.open(List.of()).stream().filter(line -> line.sku.id.equals(sku)).toList();
    boolean cancel = !lines.isEmpty() && order.state.cancellable() && open(shop, order).isEmpty();
    boolean refund =
        left(order) && lines.stream().anyMatch(line -> refundable(shop, line).signum() > 0);
    eligible(list.addObject(), lines, "CANCEL", cancel, CANCEL_REASONS);
    eligible(list.addObject(), lines, "REFUND", refund, List.of(REFUND_REASON));
  }

  private static void eligible(
      ObjectNode node, List<OrderLine> lines, String type, boolean yes, List<String> reasons) {
    node.put("request_type", type).put("eligible", yes);
    ArrayNode ids = node.putArray("order_line_items_ids");
    lines.forEach(line -> ids.add(line.id));
    ArrayNode names = node.putArray("available_reason_names");
    if (yes) {
      reasons.forEach(names::add);
    } else {
      node.put("ineligible_code", Code.AFTERSALE_STATE.number);
      node.put("ineligible_reason", "The order's status does not allow it.");
    }
  }

  private static boolean left(Order order) {
    return switch (order.state) {
      case AWAITING_COLLECTION, IN_TRANSIT, DELIVERED -> true;
      default -> false;
    };
  }

  private static List<AftersaleCase> open(Shop shop, Order order) {
    return shop.cases.values().stream().filter(one -> one.order == order && one.open()).toList();
  }

  private static BigDecimal refundable(Shop shop, OrderLine line) {
    BigDecimal back =
        shop.cases.values().stream()
            .filter(one -> one.open() || one.paidBack())
            .map(one -> one.refunds.getOrDefault(line, BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new BigDecimal(line.price).subtract(back);
  }

  /** A page size is a text here, 10 when it is missing. */
  private static int size(ApiCall call) {
    String text = call.query("page_size").isEmpty() ? "10" : call.query("page_size");
    Refusal.when(!text.matches("[1-9]|[1-4]\\d|50"), Code.AFTERSALE_PARAMETER);
    return Integer.parseInt(text);
  }

  private static Order order(Shop shop, String id) {
    Order order = shop.orders.get(id);
    Refusal.when(order == null, Code.ORDER_UNKNOWN);
    return order;
  }

  /** The seller cancels; single lines where the market allows it, and for want of stock only. */
  JsonNode cancel(ApiCall call) {
    JsonNode body = call.body();
    Shop shop = call.shop();
    String reason = body.path("cancel_reason").asText();
    AftersaleCase made;
    synchronized (shop) {
      buyers.settle(shop);
      Order order = order(shop, body.path("order_id").asText());
      Refusal.when(!CANCEL_REASONS.contains(reason), Code.AFTERSALE_REASON);
      Refusal.when(order.state == OrderState.CANCELLED, Code.AFTERSALE_OVER);
      Refusal.when(!open(shop, order).isEmpty(), Code.AFTERSALE_RUNS);
      Refusal.when(!order.state.cancellable(), Code.AFTERSALE_SHIPPED);
      List<OrderLine> lines = named(order, body);
      boolean some = lines.size() < order.open(List.of()).size();
      Refusal.when(
          some && !(LINES_CANCELLED.contains(shop.facts.region()) && reason.equals(OUT_OF_STOCK)),
          Code.AFTERSALE_SINGLE_LINES);
      made = aftersales.cancelled(shop, order, lines, "SELLER", reason);
    }
    buyers.callOff(shop, made);
    return Json.object().put("cancel_id", made.id).put("cancel_status", made.status);
  }

  private static List<OrderLine> named(Order order, JsonNode body) {
    List<String> ids = Json.stream(body.path("order_line_item_ids")).map(JsonNode::asText).toList();
    List<OrderLine> lines = order.open(ids);
    Refusal.when(lines.isEmpty() || lines.size() < ids.size(), Code.AFTERSALE_PARAMETER);
    return lines;
  }

  JsonNode approveCancellation(ApiCall call) {
    AftersaleCase one = pending(call);
    aftersales.become(call.shop(), one, AftersaleCase.CANCEL_DONE);
    buyers.callOff(call.shop(), one);
    return Json.object();
  }

  private static AftersaleCase pending(ApiCall call) {
    synchronized (call.shop()) {
      AftersaleCase one = call.shop().cases.get(call.path().get("cancel_id"));
      Refusal.when(one == null, Code.ORDER_UNKNOWN);
      Refusal.when(one.paidBack() && one.kind.cancellation(), Code.AFTERSALE_CANCELLED);
      Refusal.when(!one.status.equals(AftersaleCase.CANCEL_PENDING), Code.AFTERSALE_DECISION);
      return one;
    }
  }

  /** The seller gives money back for lines, all of it or some; agreed at once. */
  JsonNode createReturn(ApiCall call) {
    JsonNode body = call.body();
    Shop shop = call.shop();
    String key = call.query("idempotency_key");
    AftersaleCase made;
    synchronized (shop) {
      buyers.settle(shop);
      Order order = order(shop, body.path("order_id").asText());
      AftersaleCase before = shop.cases.get(returnsByKey.getOrDefault(key, ""));
      if (before != null && !key.isEmpty()) {
        return answer(before);
      }
      Refusal.when(
          !body.path("return_reason").asText().equals(REFUND_REASON), Code.AFTERSALE_REASON);
      Refusal.when(
          !body.path("return_type").asText().equals(Kind.REFUND.name()), Code.AFTERSALE_PARAMETER);
      Refusal.when(order.state == OrderState.CANCELLED, Code.AFTERSALE_OVER);
      Refusal.when(!open(shop, order).isEmpty(), Code.AFTERSALE_RUNS);
      Refusal.when(!left(order), Code.AFTERSALE_STATE);
      List<OrderLine> lines = named(order, body);
      BigDecimal most =
          lines.stream()
              .map(line -> refundable(shop, line))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      Optional<BigDecimal> sum =
          Optional.of(body.path("refund_total").asText())
              .filter(text -> !text.isEmpty())
              .map(BigDecimal::new);
      Refusal.when(sum.orElse(most).compareTo(most) > 0, Code.AFTERSALE_TOO_MUCH);
      made = aftersales.askForRefund(shop, order, lines, Kind.REFUND, "SELLER", REFUND_REASON, sum);
      returnsByKey.put(key, made.id);
    }
    aftersales.become(shop, made, AftersaleCase.RETURN_DONE);
    return answer(made);
  }

  private static JsonNode answer(AftersaleCase one) {
    return Json.object().put("return_id", one.id).put("return_status", one.status);
  }
}
