package dev.storebridge.sync.rules;

import dev.storebridge.commerce.Product;
import dev.storebridge.mapping.Snapshots;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.sync.listing.Platforms;
import dev.storebridge.sync.listing.WantedFields;
import dev.storebridge.sync.listing.compose.RuleTouch;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.Claim;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads a store's catalogue once and marks the products that a change of the rules touches. */
@ApplicationScoped
public class FollowRules {

  private final Tenants tenants;
  private final RuleWatch watch;
  private final Platforms platforms;
  private final Snapshots snapshots;
  private final Marks marks;
  private final Problems problems;
  private final Transactions transactions;
  private final WakeUps wakeUps;
  private final Clock clock;

  public FollowRules(
      Tenants tenants,
      RuleWatch watch,
      Platforms platforms,
      Snapshots snapshots,
      Marks marks,
      Problems problems,
      Transactions transactions,
      WakeUps wakeUps,
      Clock clock) {
    this.tenants = tenants;
    this.watch = watch;
    this.platforms = platforms;
    this.snapshots = snapshots;
    this.marks = marks;
    this.problems = problems;
    this.transactions = transactions;
    this.wakeUps = wakeUps;
    this.clock = clock;
  }

  /**
   * Reads and marks. Where the rules of before are not known, nothing is done: whoever finds that
   * out has the whole catalogue read.
   *
   * @throws dev.storebridge.platform.PlatformException when the store cannot be read; it is tried
   *     again
   */
  public void read(Claim claim) {
    Optional<ConnectionRules> after = tenants.connection(claim.ref());
    Optional<StoreAccount> store = tenants.store(claim.storeId());
    Optional<ConnectionRules> before = watch.earlier(claim.ref());
    if (after.isPresent() && store.isPresent() && before.isPresent()) {
      String version = tenants.version(after.get().tenant());
      read(store.get(), before.get(), after.get());
      watch.done(before.get(), after.get(), version);
    }
    transactions.run(
        () -> {
          if (claim.tries() > 0) {
            problems.close(Problem.Subject.account(claim.storeId(), claim.ref()));
          }
          marks.settle(claim);
        });
  }

  private void read(StoreAccount store, ConnectionRules before, ConnectionRules after) {
    Instant began = clock.instant();
    Urgency urgency = urgency(before, after);
    platforms
        .storefront(store.platform())
        .readCatalogue(
            store,
            WantedFields.of(tenants.connectionsOf(store.id())),
            batch ->
                mark(
                    store,
                    batch.stream()
                        .filter(product -> RuleTouch.product(product, before, after))
                        .toList(),
                    urgency,
                    began));
  }

  private void mark(StoreAccount store, List<Product> touched, Urgency urgency, Instant readAt) {
    if (touched.isEmpty()) {
      return;
    }
    transactions.run(
        () -> {
          snapshots.keep(store.id(), touched, readAt);
          marks.mark(
              store.id(),
              MarkKind.PRODUCT,
              touched.stream().map(Product::id).toList(),
              urgency,
              readAt);
        });
    wakeUps.send(new WakeUp(store.id()));
  }

  private static Urgency urgency(ConnectionRules before, ConnectionRules after) {
    if (!before.inventory().equals(after.inventory())) {
      return Urgency.STOCK;
    }
    return before.prices().equals(after.prices()) ? Urgency.CONTENT : Urgency.PRICE;
  }
}
