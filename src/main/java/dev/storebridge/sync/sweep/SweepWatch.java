package dev.storebridge.sync.sweep;

import dev.storebridge.platform.Urgency;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenant;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.RecurringMarks;
import dev.storebridge.work.RecurringMarks.Thing;
import dev.storebridge.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sees to it that every store is polled and every connection compared, new ones at once. */
@ApplicationScoped
public class SweepWatch {

  private final Tenants tenants;
  private final RecurringMarks marks;
  private final Transactions transactions;
  private volatile Set<Thing> stores = Set.of();
  private volatile Set<Thing> connections = Set.of();

  public SweepWatch(Tenants tenants, RecurringMarks marks, Transactions transactions) {
    this.tenants = tenants;
    this.marks = marks;
    this.transactions = transactions;
  }

  /** Starts the sweeps of what has come since it was called last. */
  public void keep() {
    List<ConnectionRules> enabled =
        tenants.all().stream()
            .map(Tenant::connections)
            .flatMap(List::stream)
            .filter(ConnectionRules::enabled)
            .toList();
    stores = start(MarkKind.STORE, stores, things(enabled, ConnectionRules::storeId));
    Set<Thing> now = things(enabled, ConnectionRules::id);
    start(MarkKind.COMPLETENESS, connections, now);
    connections = start(MarkKind.RECONCILE, connections, now);
  }

  private static Set<Thing> things(
      List<ConnectionRules> enabled, Function<ConnectionRules, String> ref) {
    return enabled.stream()
        .map(rules -> new Thing(rules.storeId(), ref.apply(rules)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<Thing> start(MarkKind kind, Set<Thing> before, Set<Thing> now) {
    Set<Thing> fresh = new HashSet<>(now);
    fresh.removeAll(before);
    if (!fresh.isEmpty()) {
      transactions.run(() -> marks.keepDue(kind, fresh, Urgency.CONTENT));
    }
    return now;
  }
}
