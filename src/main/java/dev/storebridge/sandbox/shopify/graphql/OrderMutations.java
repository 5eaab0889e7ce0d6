package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.order.OrderDesk;
import dev.storebridge.sandbox.shopify.order.StoredOrder;
import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.store.Shelf;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Placing orders and calling them off. Nothing keeps two orders with one reference apart, as at
 * Shopify.
 */
final class OrderMutations {

  private record Placed(StoredOrder order, List<UserProblem> problems) {}

  private record Updated(StoredOrder order, List<UserProblem> problems) {}

  private record CallOff(Job job, List<UserProblem> problems) {}

  private record Job(long id) {}

  private final Shelf shelf;
  private final OrderDesk desk;
  private final String currency;
  private final AtomicLong jobs = new AtomicLong(91_000);

  OrderMutations(Shelf shelf, OrderDesk desk, String currency) {
    this.shelf = shelf;
    this.desk = desk;
    this.currency = currency;
  }

  List<TypeFields<?>> types() {
    return List.of(
        new TypeFields<>("OrderCreatePayload", Placed.class)
            .field("order", Placed::order)
            .field("userErrors", Placed::problems),
        new TypeFields<>("OrderCancelPayload", CallOff.class)
            .field("job", CallOff::job)
            .field("orderCancelUserErrors", CallOff::problems),
        new TypeFields<>("OrderUpdatePayload", Updated.class)
            .field("order", Updated::order)
            .field("userErrors", Updated::problems),
        new TypeFields<>("Job", Job.class)
            .field("id", job -> Gid.of("Job", job.id()))
            .field("done", job -> false));
  }

  void addTo(TypeFields<Object> mutation) {
    mutation
        .field("orderCreate", (root, env) -> create(env))
        .needs("orderCreate", "write_orders")
        .field("orderCancel", (root, env) -> cancel(env))
        .needs("orderCancel", "write_orders")
        .field("orderUpdate", (root, env) -> update(env))
        .needs("orderUpdate", "write_orders");
  }

  private Placed create(DataFetchingEnvironment env) {
    OrderInput input = new OrderInput(shelf, desk, currency, env.getArgument("order"));
    List<UserProblem> problems = input.problems();
    if (!problems.isEmpty()) {
      return new Placed(null, problems);
    }
    Map<String, Object> options =
        Optional.ofNullable(env.<Map<String, Object>>getArgument("options")).orElse(Map.of());
    String behaviour = String.valueOf(options.getOrDefault("inventoryBehaviour", "BYPASS"));
    StoredOrder order = input.order();
    if (behaviour.equals("DECREMENT_OBEYING_POLICY") && !desk.enough(order.lines())) {
      return new Placed(
          null,
          List.of(
              new UserProblem(
                  List.of("order"), "Unable to reserve inventory", "INVENTORY_CLAIM_FAILED")));
    }
    return new Placed(desk.place(order, !behaviour.equals("BYPASS")), List.of());
  }

  private CallOff cancel(DataFetchingEnvironment env) {
    OptionalLong id = Gid.number("Order", env.getArgument("orderId"));
    Optional<StoredOrder> order = id.isEmpty() ? Optional.empty() : desk.find(id.getAsLong());
    if (order.isEmpty()) {
      return refused("Order does not exist", "NOT_FOUND");
    }
    if (order.get().cancelled()) {
      return refused("Cannot cancel an order that has already been canceled", "INVALID");
    }
    if (order.get().sent()) {
      return refused("Cannot cancel an order that has been fulfilled", "INVALID");
    }
    Map<String, Object> money =
        Optional.ofNullable(env.<Map<String, Object>>getArgument("refundMethod")).orElse(Map.of());
    desk.cancel(
        id.getAsLong(),
        env.getArgument("reason"),
        env.getArgument("restock"),
        Boolean.TRUE.equals(money.get("originalPaymentMethodsRefund")));
    return new CallOff(new Job(jobs.incrementAndGet()), List.of());
  }

  /** Of what can be changed the address alone is imitated. */
  private Updated update(DataFetchingEnvironment env) {
    Map<String, Object> input = env.getArgument("input");
    OptionalLong id = Gid.number("Order", (String) input.get("id"));
    @SuppressWarnings("unchecked")
    Map<String, Object> address = (Map<String, Object>) input.get("shippingAddress");
    Optional<StoredOrder> order =
        id.isEmpty() || address == null
            ? Optional.empty()
            : desk.readdress(
                id.getAsLong(), text(address, "countryCode"), text(address, "address1"));
    return order
        .map(changed -> new Updated(changed, List.of()))
        .orElseGet(
            () ->
                new Updated(
                    null, List.of(new UserProblem(List.of("id"), "Order does not exist", null))));
  }

  private static String text(Map<String, Object> address, String member) {
    return address.get(member) == null ? "" : address.get(member).toString();
  }

  private static CallOff refused(String message, String code) {
    return new CallOff(null, List.of(new UserProblem(List.of("orderId"), message, code)));
  }
}
