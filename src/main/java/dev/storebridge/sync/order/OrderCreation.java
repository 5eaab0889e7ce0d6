package dev.storebridge.sync.order;

import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.commerce.StoreOrder;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.mapping.OrderLinks;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.sync.order.draft.OrderComposer.Composed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Places orders in stores, each at most once: write the intent, call, bind the answer. After an
 * unknown outcome nothing decides before the write horizon; then the order is looked up by its
 * reference, and only repeated misses allow one more try. Stores keep no two orders apart by
 * themselves, so this is all that stands between a lost answer and a second parcel.
 */
@ApplicationScoped
class OrderCreation {

  private static final int MISSES_BEFORE_ANOTHER_TRY = 3;
  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private final OrderLinks links;
  private final Drafts drafts;
  private final BindOrder binding;
  private final Elsewhere elsewhere;
  private final PlacedOrder placed;
  private final Clock clock;

  OrderCreation(
      OrderLinks links,
      Drafts drafts,
      BindOrder binding,
      Elsewhere elsewhere,
      PlacedOrder placed,
      Clock clock) {
    this.links = links;
    this.drafts = drafts;
    this.binding = binding;
    this.elsewhere = elsewhere;
    this.placed = placed;
    this.clock = clock;
  }

  /** Places an order that has no open intent. */
  OrderEnd place(Placing placing) {
    Composed composed = drafts.compose(placing);
    if (!composed.problems().isEmpty()) {
      return new OrderEnd.Parked(placing.claim(), composed.problems());
    }
    return elsewhere
        .end(placing, composed.draft())
        .orElseGet(() -> create(placing, composed.draft()));
  }

  private OrderEnd create(Placing placing, OrderDraft draft) {
    OrderLink.Key key = placing.link().key();
    links.begin(key, draft.total());
    StoreOrder order;
    try {
      order = placing.orders().create(placing.store(), draft);
    } catch (PlatformException fault) {
      if (fault.outcomeUnknown()) {
        Instant decision = clock.instant().plus(placing.orders().writeHorizon());
        return new OrderEnd.Later(placing.claim(), decision, List.of());
      }
      links.end(key);
      throw fault;
    }
    return placed.keep(binding.bind(placing, draft, order));
  }

  /** Settles a create whose end is not known. */
  OrderEnd resume(Placing placing, OrderLink.Open intent) {
    Instant decision = intent.startedAt().plus(placing.orders().writeHorizon());
    if (clock.instant().isBefore(decision)) {
      return new OrderEnd.Later(placing.claim(), decision, List.of());
    }
    OrderDraft draft = drafts.draft(placing);
    List<StoreOrder> found =
        placing
            .orders()
            .find(placing.store(), draft.reference(), intent.startedAt().minus(CLOCKS_APART));
    if (!found.isEmpty()) {
      return placed.keep(binding.bind(placing, draft, placed.only(placing, found)));
    }
    if (intent.misses() + 1 < MISSES_BEFORE_ANOTHER_TRY) {
      links.missed(placing.link().key());
      return new OrderEnd.Later(
          placing.claim(), clock.instant().plus(betweenLooks(placing)), List.of());
    }
    links.end(placing.link().key());
    return placing.sale().order().status() == OrderStatus.CANCELLED
        ? placed.forget(placing)
        : place(placing);
  }

  /** Store's search indexes lag by seconds; a sixth of the horizon is ten of them. */
  private static Duration betweenLooks(Placing placing) {
    return placing.orders().writeHorizon().dividedBy(6);
  }
}
