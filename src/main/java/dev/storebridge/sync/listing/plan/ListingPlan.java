package dev.storebridge.sync.listing.plan;

import dev.storebridge.platform.Explanation;
import java.util.List;

/**
 * The smallest set of calls that brings a listing in line, in their order.
 *
 * @param problems why the listing cannot be brought fully in line; the steps are good nevertheless
 * @param notes what the merchant should know; nothing is to be done
 * @param waitsForLive true when a change is left out that the channel takes only while the listing
 *     is live: plan again when its status changes
 */
public record ListingPlan(
    List<Step> steps, List<Explanation> problems, List<Explanation> notes, boolean waitsForLive) {

  public ListingPlan {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  static final ListingPlan IN_LINE = new ListingPlan(List.of(), List.of(), List.of(), false);

  static ListingPlan of(Step step) {
    return new ListingPlan(List.of(step), List.of(), List.of(), false);
  }

  static ListingPlan explained(Explanation note) {
    return new ListingPlan(List.of(), List.of(), List.of(note), false);
  }

  static ListingPlan parked(Explanation problem) {
    return new ListingPlan(List.of(), List.of(problem), List.of(), false);
  }

  /** True when no call is to be made. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
