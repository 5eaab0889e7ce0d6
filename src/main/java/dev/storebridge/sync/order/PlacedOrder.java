package dev.storebridge.sync.order;

import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderProgress;
import dev.storebridge.commerce.StoreOrder;
import dev.storebridge.mapping.OrderHints;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.mapping.OrderLink.Hint;
import dev.storebridge.mapping.OrderLink.Stage;
import dev.storebridge.mapping.OrderLinks;
import dev.storebridge.platform.Explanation;
import dev.storebridge.sync.aftersale.Aftermath;
import dev.storebridge.sync.aftersale.FollowSale;
import dev.storebridge.sync.fulfilment.OrderClock;
import dev.storebridge.sync.fulfilment.ShipInStore;
import dev.storebridge.sync.fulfilment.TellShipments;
import dev.storebridge.tenant.AftersaleRules;
import dev.storebridge.tenant.OrderRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What becomes of orders that are in the store, or never get there. */
@ApplicationScoped
class PlacedOrder {

  private static final Logger LOG = Logger.getLogger(PlacedOrder.class);

  private final OrderLinks links;
  private final OrderHints hints;
  private final Drafts drafts;
  private final TellChannel telling;
  private final TellShipments shipments;
  private final ShipInStore sending;
  private final FollowSale aftersale;
  private final OrderClock clock;

  PlacedOrder(
      OrderLinks links,
      OrderHints hints,
      Drafts drafts,
      TellChannel telling,
      TellShipments shipments,
      ShipInStore sending,
      FollowSale aftersale,
      OrderClock clock) {
    this.clock = clock;
    this.sending = sending;
    this.aftersale = aftersale;
    this.links = links;
    this.hints = hints;
    this.drafts = drafts;
    this.telling = telling;
    this.shipments = shipments;
  }

  /** Nothing is to be done in the store; the channel is told what it does not know. */
  OrderEnd keep(Placing placing) {
    if (!placing.link().hints().equals(OrderLink.Hints.NONE)) {
      return follow(placing);
    }
    telling.tell(placing);
    return end(placing, remarks(placing), Optional.empty());
  }

  /** Looked at again when something is to be done, or a deadline comes near. */
  private OrderEnd end(Placing placing, List<Explanation> remarks, Optional<Instant> work) {
    OrderClock.Reading time = clock.read(placing.sale());
    time.warning().ifPresent(remarks::add);
    return Stream.concat(work.stream(), time.again().stream())
        .min(Instant::compareTo)
        .<OrderEnd>map(again -> new OrderEnd.Later(placing.claim(), again, remarks))
        .orElseGet(() -> new OrderEnd.Done(placing.claim(), remarks));
  }

  /** The same of an order that was in the store before: both sides may have gone on with it. */
  OrderEnd follow(Placing placing) {
    telling.tell(placing);
    Stage stage = placing.link().stage();
    if (!(stage == Stage.IMPORTED || stage == Stage.RESERVED) || !mayHaveGoneOn(placing)) {
      return end(placing, remarks(placing), Optional.empty());
    }
    String id = placing.link().storeOrderId().orElseThrow();
    if (placing.link().hints().recipient().isPresent()) {
      readdress(placing, id);
    }
    Optional<OrderProgress> progress = placing.orders().progress(placing.store(), id);
    return progress
        .map(now -> follow(placing, now))
        .orElseGet(() -> new OrderEnd.Done(placing.claim(), List.of(gone(id))));
  }

  private OrderEnd follow(Placing placing, OrderProgress progress) {
    List<Explanation> remarks = remarks(placing);
    if (placing.sale().channelSends() && !progress.cancelled()) {
      sending.tell(
          placing.store(), placing.orders(), placing.sale(), placing.link(), progress.shipments());
    } else if (placing.link().stage() == Stage.IMPORTED && !progress.cancelled()) {
      remarks.addAll(
          shipments.tell(
              placing.shop(),
              placing.rules().fulfilment(),
              placing.sale(),
              placing.link(),
              progress.shipments()));
    }
    Aftermath math = aftersale.follow(placing.with(progress));
    remarks.addAll(math.remarks());
    return end(placing, remarks, math.again());
  }

  /** What has left is the channel's to follow, unless something is to be settled. */
  private static boolean mayHaveGoneOn(Placing placing) {
    boolean before =
        switch (placing.sale().order().status()) {
          case ON_HOLD, AWAITING_SHIPMENT, PARTIALLY_SHIPPED, AWAITING_COLLECTION -> true;
          case UNPAID, IN_TRANSIT, DELIVERED, COMPLETED, CANCELLED, UNKNOWN -> false;
        };
    return before
        || placing.sale().channelSends()
        || placing.rules().aftersale().refunds() == AftersaleRules.Direction.BOTH
        || !placing.link().hints().equals(OrderLink.Hints.NONE);
  }

  private void readdress(Placing placing, String id) {
    if (placing.sale().recipient().isPresent()) {
      placing.orders().readdress(placing.store(), id, drafts.draft(placing));
    }
    hints.heeded(
        placing.link().key(), Hint.RECIPIENT, placing.link().hints().recipient().orElseThrow());
  }

  private static Explanation gone(String id) {
    return Explanation.of(
        "store-order-gone",
        "The order " + id + " is gone from the store, and TikTok Shop still expects the goods.",
        "",
        "Restore it from the bin, or settle the order in Seller Center.");
  }

  /** The order goes to those who send the goods. */
  OrderEnd release(Placing placing) {
    placing
        .orders()
        .release(
            placing.store(), placing.link().storeOrderId().orElseThrow(), drafts.draft(placing));
    links.become(placing.link().key(), Stage.IMPORTED);
    return keep(placing);
  }

  /** The order is called off in the store, which puts the goods back. */
  OrderEnd callOff(Placing placing) {
    placing
        .orders()
        .cancel(
            placing.store(),
            placing.link().storeOrderId().orElseThrow(),
            drafts.takesStock(placing),
            "Cancelled on TikTok Shop");
    return forget(placing);
  }

  /** The order is over. */
  OrderEnd forget(Placing placing) {
    links.become(placing.link().key(), Stage.CANCELLED);
    return new OrderEnd.Done(placing.claim(), List.of());
  }

  /** Two with one reference: the oldest stays, the younger ones are called off. */
  StoreOrder only(Placing placing, List<StoreOrder> found) {
    StoreOrder kept =
        found.stream().filter(order -> !order.cancelled()).findFirst().orElse(found.getFirst());
    found.stream()
        .filter(order -> !order.id().equals(kept.id()) && !order.cancelled())
        .forEach(
            younger -> {
              LOG.errorf(
                  "Store %s: order %s of TikTok Shop was there twice; %s is called off, %s stays",
                  placing.store().id(), placing.link().key().orderId(), younger.id(), kept.id());
              placing
                  .orders()
                  .cancel(
                      placing.store(), younger.id(), drafts.takesStock(placing), "Placed twice");
            });
    return kept;
  }

  private static List<Explanation> remarks(Placing placing) {
    OrderLink link = placing.link();
    List<Explanation> remarks = new ArrayList<>();
    if (placing.rules().orders().tax().equals(OrderRules.Tax.EXACT)) {
      difference(link.expectedTotal(), link.storeTotal()).ifPresent(remarks::add);
    }
    return remarks;
  }

  private static Optional<Explanation> difference(Optional<Money> expected, Optional<Money> store) {
    if (expected.isEmpty() || store.isEmpty() || expected.equals(store)) {
      return Optional.empty();
    }
    return Optional.of(
        Explanation.of(
            "order-total-differs",
            "The store's order comes to " + store.get() + " instead of " + expected.get() + ".",
            "total",
            "Look at taxes, rounding and missing lines of the order in the store."));
  }
}
