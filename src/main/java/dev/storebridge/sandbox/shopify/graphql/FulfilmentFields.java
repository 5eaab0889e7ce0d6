package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.order.OrderDesk;
import dev.storebridge.sandbox.shopify.order.StoredLine;
import dev.storebridge.sandbox.shopify.order.StoredOrder;
import dev.storebridge.sandbox.shopify.order.StoredParcel;
import dev.storebridge.sandbox.shopify.store.Gid;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is left to be sent of an order, and sending it. All of an order is sent from one place here:
 * its fulfilment order has the order's number, its lines have those of the order's lines.
 */
final class FulfilmentFields {

  private static final String SCOPE = "read_merchant_managed_fulfillment_orders";

  private record ToSend(StoredOrder order) {

    boolean open() {
      return order.lines().stream().anyMatch(line -> line.open() > 0) && !order.cancelled();
    }
  }

  private record ToSendLine(StoredLine line) {}

  private record Action(String name) {}

  private record Sent(StoredParcel parcel, List<UserProblem> problems) {}

  private final OrderDesk desk;

  FulfilmentFields(OrderDesk desk) {
    this.desk = desk;
  }

  List<TypeFields<?>> types() {
    return List.of(
        new TypeFields<>("FulfillmentOrder", ToSend.class)
            .field("id", one -> Gid.of("FulfillmentOrder", one.order().id()))
            .field("status", one -> one.open() ? "OPEN" : "CLOSED")
            .field(
                "supportedActions",
                one -> one.open() ? List.of(new Action("CREATE_FULFILLMENT")) : List.of())
            .field("lineItems", (one, env) -> Paging.page(env, lines(one), byLine())),
        new TypeFields<>("FulfillmentOrderLineItem", ToSendLine.class)
            .field("id", one -> Gid.of("FulfillmentOrderLineItem", one.line().id()))
            .field("lineItem", ToSendLine::line)
            .field("remainingQuantity", one -> one.line().open())
            .field("totalQuantity", one -> one.line().quantity()),
        new TypeFields<>("FulfillmentOrderSupportedAction", Action.class)
            .field("action", Action::name),
        new TypeFields<>("FulfillmentCreatePayload", Sent.class)
            .field("fulfillment", Sent::parcel)
            .field("userErrors", Sent::problems));
  }

  private static List<ToSendLine> lines(ToSend one) {
    return one.order().lines().stream()
        .filter(StoredLine::requiresShipping)
        .map(ToSendLine::new)
        .toList();
  }

  private static Sort<ToSendLine> byLine() {
    return new Sort<>("ID", one -> Sort.padded(one.line().id()), one -> one.line().id(), false);
  }

  /** A caller without the scope sees none. */
  static Page of(StoredOrder order, DataFetchingEnvironment env) {
    Caller caller = env.getGraphQlContext().get(Caller.class);
    boolean seen = caller.mayAny(Set.of(SCOPE));
    return Paging.page(
        env,
        seen ? List.of(new ToSend(order)) : List.<ToSend>of(),
        new Sort<>("ID", one -> Sort.padded(one.order().id()), one -> one.order().id(), false));
  }

  void addTo(TypeFields<Object> mutation) {
    mutation
        .field("fulfillmentCreate", (root, env) -> send(env))
        .needs("fulfillmentCreate", "write_merchant_managed_fulfillment_orders");
  }

  private Sent send(DataFetchingEnvironment env) {
    Map<String, Object> input = env.getArgument("fulfillment");
    List<Map<String, Object>> parts = list(input, "lineItemsByFulfillmentOrder");
    if (parts.size() != 1) {
      return refused("All fulfillment orders must belong to the same order and location.");
    }
    OptionalLong id =
        Gid.number("FulfillmentOrder", (String) parts.getFirst().get("fulfillmentOrderId"));
    Optional<StoredOrder> order = id.isEmpty() ? Optional.empty() : desk.find(id.getAsLong());
    if (order.isEmpty()) {
      return refused("Fulfillment order does not exist.");
    }
    if (!new ToSend(order.get()).open()) {
      return refused(
          "Fulfillment order %d has an unfulfillable status= closed.".formatted(id.getAsLong()));
    }
    Map<Long, Integer> units = new LinkedHashMap<>();
    for (Map<String, Object> line : list(parts.getFirst(), "fulfillmentOrderLineItems")) {
      OptionalLong lineId = Gid.number("FulfillmentOrderLineItem", (String) line.get("id"));
      lineId.ifPresent(one -> units.merge(one, (Integer) line.get("quantity"), Integer::sum));
    }
    @SuppressWarnings("unchecked")
    Map<String, Object> tracking =
        (Map<String, Object>) input.getOrDefault("trackingInfo", Map.of());
    return desk.ship(
            order.get().id(),
            units,
            (String) tracking.get("company"),
            (String) tracking.get("number"),
            tracking.get("url") == null ? null : tracking.get("url").toString())
        .map(parcel -> new Sent(parcel, List.of()))
        .orElseGet(() -> refused("Invalid fulfillment order line item quantity requested."));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> input, String member) {
    return Optional.ofNullable((List<Map<String, Object>>) input.get(member)).orElse(List.of());
  }

  private static Sent refused(String message) {
    return new Sent(null, List.of(new UserProblem(List.of("fulfillment"), message, null)));
  }
}
