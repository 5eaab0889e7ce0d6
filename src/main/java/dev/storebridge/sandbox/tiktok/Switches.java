package dev.storebridge.sandbox.tiktok;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The faults that are switched on. */
final class Switches {

  /** A fault and how often it may still strike. */
  private static final class Armed {
    private final Fault fault;
    private final Pattern pattern;
    private final AtomicInteger left;

    Armed(Fault fault) {
      this.fault = fault;
      this.pattern = Pattern.compile(fault.pattern());
      this.left = new AtomicInteger(fault.count() == 0 ? Integer.MAX_VALUE : fault.count());
    }

    boolean strikes() {
      boolean lucky = ThreadLocalRandom.current().nextDouble() < fault.probability();
      return lucky && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }
  }

  private final List<Armed> armed = new CopyOnWriteArrayList<>();

  void on(Fault fault) {
    armed.add(new Armed(fault));
  }

  void clear() {
    armed.clear();
  }

  List<Fault> active() {
    return armed.stream().filter(a -> a.left.get() > 0).map(a -> a.fault).toList();
  }

  /** Whether a fault of this kind strikes this call; a counted one is used up by it. */
  Optional<Fault> strike(FaultKind kind, String endpoint, String shop) {
    return strike(
        kind,
        a ->
            fits(a.fault.endpoint(), endpoint)
                && (a.fault.shop().isEmpty() || a.fault.shop().equals(shop)));
  }

  /** Whether the review of a product with this title is to be refused. */
  boolean refusesReview(String title, String shop) {
    return strike(
            FaultKind.REFUSE_REVIEW,
            a -> a.pattern.matcher(title).find() && fits(a.fault.shop(), shop))
        .isPresent();
  }

  private Optional<Fault> strike(FaultKind kind, Predicate<Armed> fits) {
    if (armed.isEmpty()) {
      return Optional.empty();
    }
    return armed.stream()
        .filter(a -> a.fault.kind() == kind && fits.test(a) && a.strikes())
        .map(a -> a.fault)
        .findFirst();
  }

  private static boolean fits(String wanted, String actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }
}
