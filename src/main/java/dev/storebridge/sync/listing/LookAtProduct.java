package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Product;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.mapping.Snapshots;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.Claim;
import dev.storebridge.work.ConnectionState;
import dev.storebridge.work.ConnectionStates;
import jakarta.enterprise.context.ApplicationScoped;
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

  public LookAtProduct(
      Tenants tenants,
      ConnectionStates states,
      LinkedShops shops,
      Listings listings,
      Snapshots snapshots,
      Platforms platforms) {
    this.tenants = tenants;
    this.states = states;
    this.shops = shops;
    this.listings = listings;
    this.snapshots = snapshots;
    this.platforms = platforms;
  }

  /**
   * @throws dev.storebridge.platform.PlatformException when the store cannot be asked
   */
  public ProductLook look(Claim claim) {
    Optional<StoreAccount> store = tenants.store(claim.storeId());
    if (store.isEmpty()) {
      return new ProductLook(claim, null, Optional.empty(), List.of());
    }
    List<Target> targets = targets(claim);
    Optional<Product> product = targets.isEmpty() ? Optional.empty() : product(claim, store.get());
    return new ProductLook(claim, store.get(), product, targets);
  }

  /** The shops that something may be sent to: enabled, live, not paused, linked. */
  List<Target> targets(Claim claim) {
    Map<String, ConnectionState> known = states.of(claim.storeId());
    return tenants.connectionsOf(claim.storeId()).stream()
        .filter(
            rules -> {
              ConnectionState state = known.get(rules.id());
              return state != null && state.live() && !state.paused();
            })
        .flatMap(rules -> target(claim, rules).stream())
        .toList();
  }

  private Optional<Target> target(Claim claim, ConnectionRules rules) {
    ListingRecord.Key key = new ListingRecord.Key(claim.storeId(), rules.id(), claim.ref());
    return shops.of(rules.id()).map(shop -> new Target(rules, shop, key, listings.of(key)));
  }

  private Optional<Product> product(Claim claim, StoreAccount store) {
    return snapshots
        .since(claim.storeId(), claim.ref(), claim.toldAt())
        .or(
            () ->
                platforms
                    .storefront(store.platform())
                    .products(
                        store,
                        List.of(claim.ref()),
                        WantedFields.of(tenants.connectionsOf(store.id())))
                    .stream()
                    .findFirst());
  }
}
