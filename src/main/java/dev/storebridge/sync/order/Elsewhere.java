package dev.storebridge.sync.order;

import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.commerce.StoreOrder;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.StoreOrderReference;
import dev.storebridge.sync.inventory.OrdersToImport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Orders that another connector placed before we came: the channel remembers which order of the
 * store they became. Such an order is not placed again. Only orders from before our time are asked
 * for, so that the others cost no call.
 */
@ApplicationScoped
class Elsewhere {

  private final Channel channel;
  private final OrdersToImport imports;
  private final BindOrder binding;
  private final PlacedOrder placed;

  Elsewhere(Channel channel, OrdersToImport imports, BindOrder binding, PlacedOrder placed) {
    this.channel = channel;
    this.imports = imports;
    this.binding = binding;
    this.placed = placed;
  }

  /** How it ends when somebody else placed the order; empty when nobody did. */
  Optional<OrderEnd> end(Placing placing, OrderDraft draft) {
    if (!draft.placedAt().isBefore(imports.begun(placing.shop()))) {
      return Optional.empty();
    }
    List<StoreOrderReference> references =
        channel.storeOrdersOf(
            placing.shop(), draft.reference().orderId(), placing.store().platform());
    if (references.isEmpty()) {
      return Optional.empty();
    }
    String id = references.getFirst().storeOrderId();
    Optional<StoreOrder> order = placing.orders().read(placing.store(), id);
    return Optional.of(
        order
            .map(there -> placed.keep(binding.adopt(placing, draft, there)))
            .orElseGet(() -> new OrderEnd.Parked(placing.claim(), List.of(elsewhere(id)))));
  }

  private static Explanation elsewhere(String id) {
    return Explanation.of(
        "order-placed-elsewhere",
        "TikTok Shop says that another connector placed this order as "
            + id
            + ", which this store does not have.",
        "",
        "Look for it in the store it went to. It is not placed a second time.");
  }
}
