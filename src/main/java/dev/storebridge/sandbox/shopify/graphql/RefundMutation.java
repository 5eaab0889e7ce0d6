package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.order.OrderDesk;
import dev.storebridge.sandbox.shopify.order.StoredOrder;
import dev.storebridge.sandbox.shopify.order.StoredRefund;
import dev.storebridge.sandbox.shopify.store.Gid;
import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Giving money back for orders, once per key. */
final class RefundMutation {

  private record Refunded(
      StoredOrder order, OrderFields.Given refund, List<UserProblem> problems) {}

  private final OrderDesk desk;
  private final IdempotencyKeys keys;

  RefundMutation(OrderDesk desk, IdempotencyKeys keys) {
    this.desk = desk;
    this.keys = keys;
  }

  List<TypeFields<?>> types() {
    return List.of(
        new TypeFields<>("RefundCreatePayload", Refunded.class)
            .field("order", Refunded::order)
            .field("refund", Refunded::refund)
            .field("userErrors", Refunded::problems));
  }

  void addTo(TypeFields<Object> mutation) {
    mutation
        .field("refundCreate", (root, env) -> refund(env))
        .needs("refundCreate", "write_orders");
  }

  private Refunded refund(DataFetchingEnvironment env) {
    Map<String, Object> input = env.getArgument("input");
    Caller caller = env.getGraphQlContext().get(Caller.class);
    try {
      return keys.once(caller.app(), Idempotent.key(env), input, () -> refund(input));
    } catch (IdempotencyKeys.Mismatch e) {
      return refused(
          "The same idempotency key cannot be used with different operation parameters.");
    }
  }

  private Refunded refund(Map<String, Object> input) {
    OptionalLong id = Gid.number("Order", (String) input.get("orderId"));
    Optional<StoredOrder> order = id.isEmpty() ? Optional.empty() : desk.find(id.getAsLong());
    if (order.isEmpty()) {
      return refused("Order does not exist");
    }
    BigDecimal amount = BigDecimal.ZERO;
    for (Map<String, Object> transaction : list(input, "transactions")) {
      if (!"REFUND".equals(transaction.get("kind"))) {
        return refused("Transactions kind is invalid");
      }
      amount = amount.add(new BigDecimal(transaction.get("amount").toString()));
    }
    if (order.get().refunded().add(amount).compareTo(order.get().paid()) > 0) {
      return refused("Refund amount is greater than the refundable amount");
    }
    Map<Long, Integer> units = new LinkedHashMap<>();
    boolean restock = false;
    for (Map<String, Object> line : list(input, "refundLineItems")) {
      OptionalLong lineId = Gid.number("LineItem", (String) line.get("lineItemId"));
      if (lineId.isEmpty()) {
        return refused("Line item does not exist");
      }
      units.merge(lineId.getAsLong(), (Integer) line.get("quantity"), Integer::sum);
      restock |= "CANCEL".equals(line.get("restockType"));
    }
    String note = (String) input.get("note");
    return desk.refund(order.get().id(), note, amount, units, restock)
        .map(made -> refunded(order.get(), made))
        .orElseGet(
            () ->
                refused("Refund line items quantity cannot refund more items than were purchased"));
  }

  private Refunded refunded(StoredOrder before, StoredRefund made) {
    return new Refunded(
        desk.find(before.id()).orElseThrow(),
        new OrderFields.Given(made, before.currency()),
        List.of());
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> input, String member) {
    return Optional.ofNullable((List<Map<String, Object>>) input.get(member)).orElse(List.of());
  }

  private static Refunded refused(String message) {
    return new Refunded(null, null, List.of(new UserProblem(null, message, null)));
  }
}
