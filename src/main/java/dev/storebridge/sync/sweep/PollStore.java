package dev.storebridge.sync.sweep;

import dev.storebridge.commerce.OrderCopy;
import dev.storebridge.mapping.OrderHints;
import dev.storebridge.mapping.StoreReadings;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Storefront;
import dev.storebridge.platform.Urgency;
import dev.storebridge.sync.order.StoresWithOrders;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.Claim;
import dev.storebridge.work.ConnectionState;
import dev.storebridge.work.ConnectionStates;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Problem;
import dev.storebridge.work.Problems;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks a store what changed since it was asked last: a webhook that got lost costs minutes, and no
 * change. Only marks. Deleted products are not among the answers; the nightly reading of the whole
 * catalogue finds them.
 */
@ApplicationScoped
public class PollStore {

  private static final Duration OVERLAP = Duration.ofMinutes(1);
  private static final Duration WHILE_NOT_LIVE = Duration.ofSeconds(15);

  private final Tenants tenants;
  private final ConnectionStates states;
  private final Instance<Storefront> storefronts;
  private final StoresWithOrders orders;
  private final OrderHints hints;
  private final StoreReadings readings;
  private final Marks marks;
  private final Problems problems;
  private final Transactions transactions;
  private final WakeUps wakeUps;
  private final Clock clock;
  private final Duration poll;

  public PollStore(
      Tenants tenants,
      ConnectionStates states,
      Instance<Storefront> storefronts,
      StoresWithOrders orders,
      OrderHints hints,
      StoreReadings readings,
      Marks marks,
      Problems problems,
      Transactions transactions,
      WakeUps wakeUps,
      Clock clock,
      @ConfigProperty(name = "storebridge.poll.store-changes", defaultValue = "4m") Duration poll) {
    this.tenants = tenants;
    this.states = states;
    this.storefronts = storefronts;
    this.orders = orders;
    this.hints = hints;
    this.readings = readings;
    this.marks = marks;
    this.problems = problems;
    this.transactions = transactions;
    this.wakeUps = wakeUps;
    this.clock = clock;
    this.poll = poll;
  }

  /**
   * Asks once and comes back, for as long as the store feeds a shop.
   *
   * @throws dev.storebridge.platform.PlatformException when the store cannot be asked
   */
  public void read(Claim claim) {
    Optional<StoreAccount> store = tenants.store(claim.storeId());
    List<ConnectionRules> connections = tenants.connectionsOf(claim.storeId());
    if (store.isEmpty() || connections.isEmpty()) {
      marks.settle(claim);
      return;
    }
    Instant began = clock.instant();
    boolean live = states.of(claim.storeId()).values().stream().anyMatch(ConnectionState::live);
    if (live) {
      read(store.get(), began);
    }
    if (claim.tries() > 0) {
      connections.forEach(
          rules -> problems.close(Problem.Subject.account(claim.storeId(), rules.id())));
    }
    marks.comeBack(
        claim, began.plus(live || poll.compareTo(WHILE_NOT_LIVE) < 0 ? poll : WHILE_NOT_LIVE));
  }

  /** The import that made a connection live has read everything up to then. */
  private void read(StoreAccount store, Instant began) {
    Instant since = readings.until(store.id()).orElse(began).minus(OVERLAP);
    Storefront storefront = storefront(store);
    storefront.productsChangedSince(
        store, since, ids -> mark(store, MarkKind.PRODUCT, ids, Urgency.CONTENT, began));
    storefront.stockItemsChangedSince(
        store, since, ids -> mark(store, MarkKind.STOCK_ITEM, ids, Urgency.STOCK, began));
    orders
        .of(store.platform())
        .ifPresent(
            placed ->
                placed.copiesChangedSince(
                    store, since, copies -> markChanged(store, copies, began)));
    readings.reached(store.id(), began);
  }

  /** The window overlaps those before it: what was looked at as it is now is left alone. */
  private void markChanged(StoreAccount store, List<OrderCopy> copies, Instant began) {
    Map<String, Instant> changed = new LinkedHashMap<>();
    copies.forEach(copy -> changed.put(copy.id(), copy.changedAt()));
    transactions.run(
        () -> {
          List<String> news = hints.news(store.id(), changed);
          if (!news.isEmpty()) {
            marks.mark(store.id(), MarkKind.STORE_ORDER, news, Urgency.ORDER, began);
          }
        });
    wakeUps.send(new WakeUp(store.id()));
  }

  private Storefront storefront(StoreAccount store) {
    return storefronts.stream()
        .filter(one -> one.platform() == store.platform())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no storefront for " + store.platform()));
  }

  private void mark(
      StoreAccount store, MarkKind kind, List<String> ids, Urgency urgency, Instant toldAt) {
    if (!ids.isEmpty()) {
      marks.mark(store.id(), kind, ids, urgency, toldAt);
      wakeUps.send(new WakeUp(store.id()));
    }
  }
}
