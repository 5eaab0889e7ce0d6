package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Product;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreProfile;
import dev.storebridge.sync.inventory.Pool;
import dev.storebridge.sync.listing.compose.Composition;
import dev.storebridge.sync.listing.compose.ListingComposer;
import dev.storebridge.sync.listing.compose.Needs;
import dev.storebridge.sync.listing.compose.Selection;
import dev.storebridge.sync.listing.compose.ShopKnowledge;
import dev.storebridge.sync.listing.plan.ListingPlan;
import dev.storebridge.sync.listing.plan.ListingPlanner;
import dev.storebridge.sync.listing.plan.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Second step: what has to be done in each shop so that the product is in line. */
@ApplicationScoped
public class PlanListings {

  private static final Duration PROFILE_LIFE = Duration.ofHours(1);

  private final Platforms platforms;
  private final Clock clock;
  private final Map<String, ShopFacts> facts = new ConcurrentHashMap<>();
  private final Map<String, Lookup<StoreProfile>> profiles = new ConcurrentHashMap<>();

  public PlanListings(Platforms platforms, Clock clock) {
    this.platforms = platforms;
    this.clock = clock;
  }

  /** Plans for every shop; one that cannot be asked does not hold up the others. */
  public ProductPlans plan(ProductLook look) {
    List<PlannedListing> plans = new ArrayList<>();
    Map<Target, PlatformException> unplanned = new LinkedHashMap<>();
    for (Target target : look.targets()) {
      try {
        plans.add(plan(look, target));
      } catch (PlatformException e) {
        unplanned.put(target, e);
      }
    }
    return new ProductPlans(look.claim(), look.store(), plans, unplanned);
  }

  private PlannedListing plan(ProductLook look, Target target) {
    Optional<Product> wanted =
        look.product().filter(found -> Selection.takes(found, target.rules().listings().select()));
    return wanted.isPresent()
        ? keep(look, target, wanted.get())
        : withdraw(target, look.product(), look.pool());
  }

  private PlannedListing keep(ProductLook look, Target target, Product product) {
    Composition composition =
        ListingComposer.compose(
            product, target.rules(), knowledge(look.store(), target, product), look.pool());
    ListingPlan plan =
        ListingPlanner.plan(composition, shown(look, target), target.rules().listings());
    Optional<dev.storebridge.commerce.Listing> desired =
        composition instanceof Composition.Ready ready
            ? Optional.of(ready.listing())
            : Optional.empty();
    return new PlannedListing(target, Optional.of(product), true, desired, plan, look.pool());
  }

  /** A claim that was tried before may have made calls whose answers are lost. */
  private static Optional<Presence> shown(ProductLook look, Target target) {
    boolean doubted = look.claim().tries() > 0;
    return target
        .presence()
        .map(
            there ->
                new Presence(
                    look.pool().expected(target.shop().id(), there.applied(), doubted),
                    there.status(),
                    there.withdrawn()));
  }

  private static PlannedListing withdraw(Target target, Optional<Product> product, Pool pool) {
    ListingPlan plan =
        target
            .presence()
            .map(
                presence -> ListingPlanner.withdraw(presence, target.rules().listings().onDelete()))
            .orElse(new ListingPlan(List.of(), List.of(), List.of(), false));
    return new PlannedListing(target, product, false, Optional.empty(), plan, pool);
  }

  private ShopKnowledge knowledge(StoreAccount store, Target target, Product product) {
    Needs needs = Needs.of(product, target.rules().listings());
    return factsOf(target.shop()).knowledge(profileOf(store), needs.categoryId(), needs);
  }

  private ShopFacts factsOf(ShopAccount shop) {
    return facts.computeIfAbsent(shop.id(), id -> new ShopFacts(platforms.channel(), shop, clock));
  }

  private StoreProfile profileOf(StoreAccount store) {
    return profiles
        .computeIfAbsent(
            store.id(),
            id ->
                new Lookup<>(
                    () -> platforms.storefront(store.platform()).profile(store),
                    PROFILE_LIFE,
                    clock))
        .get();
  }

  /** Forgets what was learned of a shop: the channel contradicted it. */
  void forget(ShopAccount shop) {
    facts.remove(shop.id());
  }
}
