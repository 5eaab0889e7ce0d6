package dev.storebridge.sync.listing;

import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.sync.listing.plan.Step;
import dev.storebridge.work.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Third step: makes the calls of a product's plans, shop by shop, and remembers each answer. */
@ApplicationScoped
public class ApplyPlans {

  private final ListingCreation creation;
  private final ListingChanges changes;
  private final PlanListings planning;
  private final Listings listings;
  private final Reactions reactions;

  public ApplyPlans(
      ListingCreation creation,
      ListingChanges changes,
      PlanListings planning,
      Listings listings,
      Reactions reactions) {
    this.creation = creation;
    this.changes = changes;
    this.planning = planning;
    this.listings = listings;
    this.reactions = reactions;
  }

  /** Applies; a shop that fails does not hold up the others. */
  public ProductEnds apply(ProductPlans plans) {
    Map<Target, End> ends = new LinkedHashMap<>();
    plans
        .unplanned()
        .forEach((target, fault) -> ends.put(target, reactions.to(fault, plans.claim().tries())));
    for (PlannedListing planned : plans.plans()) {
      ends.put(planned.target(), end(plans.claim(), plans.store(), planned));
    }
    return new ProductEnds(plans.claim(), ends);
  }

  private End end(Claim claim, StoreAccount store, PlannedListing planned) {
    End end = tried(claim, store, planned);
    if (planned.wanted() && planned.target().record().isEmpty() && end instanceof End.Parked) {
      listings.seen(List.of(ListingCreation.recordOf(planned)));
    }
    return end;
  }

  private End tried(Claim claim, StoreAccount store, PlannedListing planned) {
    try {
      return apply(store, planned);
    } catch (PlatformException e) {
      if (e.failure() == dev.storebridge.platform.Failure.REPLAN) {
        planning.forget(planned.target().shop());
      }
      return reactions.to(e, claim.tries());
    }
  }

  private End apply(StoreAccount store, PlannedListing planned) {
    boolean absent = planned.target().record().flatMap(ListingRecord::channelId).isEmpty();
    boolean anew = planned.plan().steps().stream().anyMatch(Step.Create.class::isInstance);
    if (absent || anew) {
      return creation.settleOrCreate(store, planned);
    }
    changes.apply(store, planned);
    List<dev.storebridge.platform.Explanation> problems = planned.plan().problems();
    return problems.isEmpty() ? new End.InLine(false) : new End.Parked(problems);
  }
}
