package dev.storebridge.sync.inventory;

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
import java.util.Set;
import java.util.stream.Collectors;

/** Sees to it that the orders of every connection are read, those of new ones at once. */
@ApplicationScoped
public class OrderWatch {

  private final Tenants tenants;
  private final RecurringMarks marks;
  private final Transactions transactions;
  private volatile Set<Thing> watched = Set.of();

  public OrderWatch(Tenants tenants, RecurringMarks marks, Transactions transactions) {
    this.tenants = tenants;
    this.marks = marks;
    this.transactions = transactions;
  }

  /** Starts the reading of connections that have come since it was called last. */
  public void keep() {
    Set<Thing> now =
        tenants.all().stream()
            .map(Tenant::connections)
            .flatMap(connections -> connections.stream())
            .filter(ConnectionRules::enabled)
            .map(rules -> new Thing(rules.storeId(), rules.id()))
            .collect(Collectors.toUnmodifiableSet());
    Set<Thing> fresh = new HashSet<>(now);
    fresh.removeAll(watched);
    transactions.run(() -> marks.keepDue(MarkKind.ORDERS, fresh, Urgency.ORDER));
    watched = now;
  }
}
