package dev.storebridge.sync.listing;

import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.mapping.Snapshots;
import dev.storebridge.mapping.Snapshots.Snapshot;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.sync.inventory.Pool;
import dev.storebridge.sync.inventory.Pools;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.Claim;
import dev.storebridge.work.ConnectionState;
import dev.storebridge.work.ConnectionStates;
import dev.storebridge.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** First step: the truth about one product, in its store and in our books. */
@ApplicationScoped
public class LookAtProduct {

  private final Tenants tenants;
  private final ConnectionStates states;
  private final LinkedShops shops;
  private final Listings listings;
  private final Snapshots snapshots;
  private final Platforms platforms;
  private final Pools pools;
  private final Transactions transactions;
  private final Clock clock;

  public LookAtProduct(
      Tenants tenants,
      ConnectionStates states,
      LinkedShops shops,
      Listings listings,
      Snapshots snapshots,
      Platforms platforms,
      Pools pools,
      Transactions transactions,
      Clock clock) {
    this.tenants = tenants;
    this.states = states;
    this.shops = shops;
    this.listings = listings;
    this.snapshots = snapshots;
    this.platforms = platforms;
    this.pools = pools;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @throws dev.storebridge.platform.PlatformException when the store cannot be asked
   */
  public ProductLook look(Claim claim) {
    Optional<StoreAccount> store = tenants.store(claim.storeId());
    if (store.isEmpty()) {
      return new ProductLook(claim, null, Optional.empty(), List.of(), Pool.empty());
    }
    List<Linked> linked = linked(claim);
    Books books = transactions.call(() -> books(claim, linked));
    Optional<Snapshot> product =
        books.targets().isEmpty()
            ? Optional.empty()
            : books.snapshot().or(() -> asked(claim, store.get()));
    Pool pool =
        product.map(found -> pool(claim, books.targets(), found.readAt())).orElseGet(Pool::empty);
    return new ProductLook(
        claim, store.get(), product.map(Snapshot::product), books.targets(), pool);
  }

  private record Linked(ConnectionRules rules, ShopAccount shop) {}

  /** What we know ourselves, read in one transaction. */
  private record Books(List<Target> targets, Optional<Snapshot> snapshot) {}

  /** The shops that something may be sent to: enabled, live, not paused, linked. */
  List<Target> targets(Claim claim) {
    List<Linked> linked = linked(claim);
    return transactions.call(() -> targets(claim, linked));
  }

  /** Found before the books' transaction begins: it may take one of its own. */
  private List<Linked> linked(Claim claim) {
    return tenants.connectionsOf(claim.storeId()).stream()
        .flatMap(rules -> shops.of(rules.id()).map(shop -> new Linked(rules, shop)).stream())
        .toList();
  }

  private Books books(Claim claim, List<Linked> linked) {
    return new Books(
        targets(claim, linked), snapshots.since(claim.storeId(), claim.ref(), claim.toldAt()));
  }

  private List<Target> targets(Claim claim, List<Linked> linked) {
    Map<String, ConnectionState> known = states.of(claim.storeId());
    return linked.stream()
        .filter(
            link -> {
              ConnectionState state = known.get(link.rules().id());
              return state != null && state.live() && !state.paused();
            })
        .map(link -> target(claim, link))
        .toList();
  }

  private Target target(Claim claim, Linked link) {
    ListingRecord.Key key = new ListingRecord.Key(claim.storeId(), link.rules().id(), claim.ref());
    return new Target(link.rules(), link.shop(), key, listings.of(key));
  }

  private Pool pool(Claim claim, List<Target> targets, Instant readAt) {
    List<AppliedListing> shown =
        targets.stream()
            .flatMap(target -> target.record().stream())
            .flatMap(record -> record.applied().stream())
            .toList();
    return transactions.call(() -> pools.of(claim.storeId(), claim.ref(), shown, readAt));
  }

  private Optional<Snapshot> asked(Claim claim, StoreAccount store) {
    Instant began = clock.instant();
    return platforms
        .storefront(store.platform())
        .products(store, List.of(claim.ref()), WantedFields.of(tenants.connectionsOf(store.id())))
        .stream()
        .findFirst()
        .map(product -> new Snapshot(product, began));
  }
}
