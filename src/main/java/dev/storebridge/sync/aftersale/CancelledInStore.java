package dev.storebridge.sync.aftersale;

import dev.storebridge.commerce.AftersaleCase;
import dev.storebridge.commerce.AftersaleCase.Kind;
import dev.storebridge.commerce.AftersaleCase.State;
import dev.storebridge.platform.Aftersales;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.tenant.AftersaleRules.Direction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The merchant called an order off in the store: so does the channel, where the rules say so. An
 * order that the buyer wants to cancel too is agreed upon instead, which costs the seller nothing.
 */
@ApplicationScoped
class CancelledInStore {

  private final Aftersales aftersales;

  CancelledInStore(Aftersales aftersales) {
    this.aftersales = aftersales;
  }

  Aftermath tell(PlacedSale sale) {
    boolean expected =
        switch (sale.sale().order().status()) {
          case ON_HOLD, AWAITING_SHIPMENT -> true;
          case UNPAID,
              PARTIALLY_SHIPPED,
              AWAITING_COLLECTION,
              IN_TRANSIT,
              DELIVERED,
              COMPLETED,
              CANCELLED,
              UNKNOWN ->
              false;
        };
    if (!expected) {
      return Aftermath.NOTHING;
    }
    if (sale.rules().aftersale().cancellations() != Direction.BOTH) {
      return Aftermath.saying(
          Explanation.of(
              "cancelled-in-store",
              "The order was cancelled in the store, and TikTok Shop still expects the goods.",
              "aftersale.cancellations",
              "Cancel it in Seller Center too, or set aftersale.cancellations to both."));
    }
    cancel(sale);
    return Aftermath.NOTHING;
  }

  private void cancel(PlacedSale sale) {
    String orderId = sale.link().key().orderId();
    Optional<AftersaleCase> wanted =
        aftersales.of(sale.shop(), orderId).stream()
            .filter(one -> one.kind() == Kind.CANCELLATION && one.state() == State.ASKED)
            .findFirst();
    try {
      if (wanted.isPresent()) {
        aftersales.agree(sale.shop(), wanted.get().id());
      } else {
        aftersales.cancel(sale.shop(), orderId);
      }
    } catch (PlatformException fault) {
      if (fault.failure() != Failure.ALREADY_DONE) {
        throw fault;
      }
    }
  }
}
