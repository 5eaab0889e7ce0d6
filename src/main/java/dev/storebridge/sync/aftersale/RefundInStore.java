package dev.storebridge.sync.aftersale;

import dev.storebridge.commerce.RefundDraft;
import dev.storebridge.commerce.StoreRefund;
import dev.storebridge.mapping.CarriedRefund;
import dev.storebridge.mapping.CarriedRefunds;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.platform.PlatformException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes a refund into the store, each at most once: write the intent, call, bind the answer. After
 * an unknown outcome nothing decides before the write horizon; then the order's refunds are
 * searched for our reference, and only repeated misses allow one more try.
 */
@ApplicationScoped
class RefundInStore {

  private static final int MISSES_BEFORE_ANOTHER_TRY = 3;

  private final CarriedRefunds refunds;
  private final Clock clock;

  RefundInStore(CarriedRefunds refunds, Clock clock) {
    this.refunds = refunds;
    this.clock = clock;
  }

  Aftermath make(PlacedSale sale, String caseId, RefundDraft draft) {
    OrderLink.Key key = sale.link().key();
    Optional<CarriedRefund> before =
        refunds.of(key).stream().filter(one -> one.originId().equals(caseId)).findFirst();
    if (before.flatMap(CarriedRefund::copyId).isPresent()) {
      return Aftermath.NOTHING;
    }
    Optional<OrderLink.Open> intent = before.flatMap(CarriedRefund::intent);
    return intent.isPresent()
        ? resume(sale, caseId, draft, intent.get())
        : create(sale, caseId, draft);
  }

  private Aftermath create(PlacedSale sale, String caseId, RefundDraft draft) {
    OrderLink.Key key = sale.link().key();
    refunds.begin(key, caseId, draft.total());
    StoreRefund made;
    try {
      made = sale.orders().refund(sale.store(), sale.storeOrderId(), draft);
    } catch (PlatformException fault) {
      if (fault.outcomeUnknown()) {
        return Aftermath.later(clock.instant().plus(sale.orders().writeHorizon()));
      }
      refunds.end(key, caseId);
      throw fault;
    }
    refunds.inStore(key, caseId, made.id(), made.total());
    return Aftermath.NOTHING;
  }

  private Aftermath resume(
      PlacedSale sale, String caseId, RefundDraft draft, OrderLink.Open intent) {
    OrderLink.Key key = sale.link().key();
    Instant decision = intent.startedAt().plus(sale.orders().writeHorizon());
    if (clock.instant().isBefore(decision)) {
      return Aftermath.later(decision);
    }
    Optional<StoreRefund> found =
        sale.orders().refunds(sale.store(), sale.storeOrderId()).stream()
            .filter(refund -> refund.carries(draft.reference()))
            .findFirst();
    if (found.isPresent()) {
      refunds.inStore(key, caseId, found.get().id(), found.get().total());
      return Aftermath.NOTHING;
    }
    if (intent.misses() + 1 < MISSES_BEFORE_ANOTHER_TRY) {
      refunds.missed(key, caseId);
      return Aftermath.later(clock.instant().plus(sale.orders().writeHorizon().dividedBy(6)));
    }
    refunds.end(key, caseId);
    return create(sale, caseId, draft);
  }
}
