package dev.storebridge.sync.listing;

import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.sync.listing.plan.Step;
import dev.storebridge.sync.listing.trace.Calls;
import dev.storebridge.sync.listing.trace.TraceBook;
import dev.storebridge.work.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
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
  private final TraceBook traces;
  private final Clock clock;

  public ApplyPlans(
      ListingCreation creation,
      ListingChanges changes,
      PlanListings planning,
      Listings listings,
      Reactions reactions,
      TraceBook traces,
      Clock clock) {
    this.creation = creation;
    this.changes = changes;
    this.planning = planning;
    this.listings = listings;
    this.reactions = reactions;
    this.traces = traces;
    this.clock = clock;
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
    Attempt attempt = new Attempt(store, planned, new Calls(clock));
    End end = tried(claim, attempt);
    traces.keep(Tracing.of(claim, attempt, end, clock.instant()));
    if (planned.wanted() && planned.target().record().isEmpty() && end instanceof End.Parked) {
      listings.seen(List.of(ListingCreation.recordOf(planned)));
    }
    return end;
  }

  private End tried(Claim claim, Attempt attempt) {
    try {
      return apply(attempt);
    } catch (PlatformException e) {
      if (e.failure() == Failure.REPLAN) {
        planning.forget(attempt.target().shop());
      }
      return reactions.to(e, claim.tries());
    }
  }

  private End apply(Attempt attempt) {
    PlannedListing planned = attempt.planned();
    boolean absent = planned.target().record().flatMap(ListingRecord::channelId).isEmpty();
    boolean anew = planned.plan().steps().stream().anyMatch(Step.Create.class::isInstance);
    if (absent || anew) {
      return creation.settleOrCreate(attempt);
    }
    changes.apply(attempt);
    List<Explanation> problems = planned.plan().problems();
    return problems.isEmpty() ? new End.InLine(false) : new End.Parked(problems);
  }
}
