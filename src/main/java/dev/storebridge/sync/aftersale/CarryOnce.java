package dev.storebridge.sync.aftersale;

import dev.storebridge.commerce.Money;
import dev.storebridge.mapping.CarriedRefund;
import dev.storebridge.mapping.CarriedRefunds;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.platform.PlatformException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Carries a refund or a cancellation to the other side at most once: write the intent, call, bind
 * the answer. After an unknown outcome nothing decides before the write horizon; then it is looked
 * for at the other side, and only repeated misses allow one more try.
 */
@ApplicationScoped
class CarryOnce {

  private static final int MISSES_BEFORE_ANOTHER_TRY = 3;

  private final CarriedRefunds refunds;
  private final Clock clock;

  CarryOnce(CarriedRefunds refunds, Clock clock) {
    this.refunds = refunds;
    this.clock = clock;
  }

  /**
   * What is to be done once.
   *
   * @param origin what it is called at the side where it was decided
   * @param horizon how long after it began a lost call may still take effect
   * @param find what a lost call has made
   * @param make calls the other side
   * @param bind writes down what was made
   */
  record Deed<T>(
      OrderLink.Key order,
      String origin,
      Money amount,
      Duration horizon,
      Supplier<Optional<T>> find,
      Supplier<T> make,
      Consumer<T> bind) {}

  <T> Aftermath carry(Deed<T> deed) {
    Optional<CarriedRefund> before =
        refunds.of(deed.order()).stream()
            .filter(one -> one.originId().equals(deed.origin()))
            .findFirst();
    if (before.flatMap(CarriedRefund::copyId).isPresent()) {
      return Aftermath.NOTHING;
    }
    Optional<OrderLink.Open> intent = before.flatMap(CarriedRefund::intent);
    return intent.map(open -> resume(deed, open)).orElseGet(() -> make(deed));
  }

  private <T> Aftermath make(Deed<T> deed) {
    refunds.begin(deed.order(), deed.origin(), deed.amount());
    T made;
    try {
      made = deed.make().get();
    } catch (PlatformException fault) {
      if (fault.outcomeUnknown()) {
        return Aftermath.later(clock.instant().plus(deed.horizon()));
      }
      refunds.end(deed.order(), deed.origin());
      throw fault;
    }
    deed.bind().accept(made);
    return Aftermath.NOTHING;
  }

  private <T> Aftermath resume(Deed<T> deed, OrderLink.Open intent) {
    Instant decision = intent.startedAt().plus(deed.horizon());
    if (clock.instant().isBefore(decision)) {
      return Aftermath.later(decision);
    }
    Optional<T> found = deed.find().get();
    if (found.isPresent()) {
      deed.bind().accept(found.get());
      return Aftermath.NOTHING;
    }
    if (intent.misses() + 1 < MISSES_BEFORE_ANOTHER_TRY) {
      refunds.missed(deed.order(), deed.origin());
      return Aftermath.later(clock.instant().plus(deed.horizon().dividedBy(6)));
    }
    refunds.end(deed.order(), deed.origin());
    return make(deed);
  }
}
