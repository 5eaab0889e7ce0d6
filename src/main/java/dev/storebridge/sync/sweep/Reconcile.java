package dev.storebridge.sync.sweep;

import dev.storebridge.mapping.Reconciliation;
import dev.storebridge.mapping.Reconciliation.Counts;
import dev.storebridge.mapping.Reconciliations;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.sync.listing.Imports;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.Claim;
import dev.storebridge.work.ConnectionState;
import dev.storebridge.work.ConnectionStates;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Once a night, and every connection at a time of its own, compares the three sides: what the shop
 * shows with what we believe of it, then the store's whole catalogue with what was applied.
 */
@ApplicationScoped
public class Reconcile {

  private static final Logger LOG = Logger.getLogger(Reconcile.class);

  private final Tenants tenants;
  private final LinkedShops shops;
  private final ConnectionStates states;
  private final Reconciliations reconciliations;
  private final CompareShop comparing;
  private final Imports imports;
  private final Nights nights;
  private final Marks marks;
  private final Problems problems;
  private final Clock clock;

  public Reconcile(
      Tenants tenants,
      LinkedShops shops,
      ConnectionStates states,
      Reconciliations reconciliations,
      CompareShop comparing,
      Imports imports,
      Nights nights,
      Marks marks,
      Problems problems,
      Clock clock) {
    this.tenants = tenants;
    this.shops = shops;
    this.states = states;
    this.reconciliations = reconciliations;
    this.comparing = comparing;
    this.imports = imports;
    this.nights = nights;
    this.marks = marks;
    this.problems = problems;
    this.clock = clock;
  }

  /**
   * Compares when it is time, and comes back at the next.
   *
   * @throws dev.storebridge.platform.PlatformException when the shop cannot be asked
   */
  public void compare(Claim claim) {
    Optional<ConnectionRules> rules =
        tenants.connection(claim.ref()).filter(ConnectionRules::enabled);
    if (rules.isEmpty()) {
      marks.settle(claim);
      return;
    }
    Instant now = clock.instant();
    Optional<Reconciliation> last = reconciliations.of(claim.storeId(), claim.ref());
    Instant next = nights.after(now, claim.ref());
    if (last.isEmpty()) {
      reconciliations.write(
          new Reconciliation(claim.storeId(), claim.ref(), next, Optional.empty(), Counts.NONE));
    } else if (now.isBefore(last.get().nextAt())) {
      next = last.get().nextAt();
    } else {
      compare(rules.get(), now, next);
    }
    if (claim.tries() > 0) {
      problems.close(Problem.Subject.account(claim.storeId(), claim.ref()));
    }
    marks.comeBack(claim, next);
  }

  /** A connection that is held back, or never began, has nothing to be compared. */
  private void compare(ConnectionRules rules, Instant now, Instant next) {
    ConnectionState state = states.of(rules.storeId(), rules.id());
    Optional<ShopAccount> shop = shops.of(rules.id());
    if (!state.live() || state.paused() || shop.isEmpty()) {
      return;
    }
    Counts counts = comparing.compare(shop.get());
    reconciliations.write(
        new Reconciliation(rules.storeId(), rules.id(), next, Optional.of(now), counts));
    LOG.infof(
        "Connection %s: %d listings compared, %d differed, %d are gone, %d were doubled",
        rules.id(), counts.checked(), counts.differing(), counts.gone(), counts.doubled());
    imports.start(rules);
  }
}
