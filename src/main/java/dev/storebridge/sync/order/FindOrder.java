package dev.storebridge.sync.order;

import dev.storebridge.mapping.OrderLink;
import dev.storebridge.mapping.OrderLinks;
import dev.storebridge.platform.Urgency;
import dev.storebridge.work.Claim;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.ShopRef;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** An order of a store changed: if a channel's order became it, that one is marked. */
@ApplicationScoped
public class FindOrder {

  private final OrderLinks links;
  private final Marks marks;
  private final Transactions transactions;
  private final WakeUps wakeUps;

  public FindOrder(OrderLinks links, Marks marks, Transactions transactions, WakeUps wakeUps) {
    this.links = links;
    this.marks = marks;
    this.transactions = transactions;
    this.wakeUps = wakeUps;
  }

  /** Marks; an order of the store's own is none of our business. */
  public void find(Claim claim) {
    Optional<OrderLink> link = links.ofStoreOrder(claim.storeId(), claim.ref());
    transactions.run(
        () -> {
          link.map(OrderLink::key)
              .ifPresent(
                  key ->
                      marks.mark(
                          key.storeId(),
                          MarkKind.ORDER,
                          List.of(new ShopRef(key.connectionId(), key.orderId()).text()),
                          Urgency.ORDER,
                          claim.toldAt()));
          marks.settle(claim);
        });
    link.ifPresent(found -> wakeUps.send(new WakeUp(claim.storeId())));
  }
}
