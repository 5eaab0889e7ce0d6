package dev.storebridge.sync.listing.plan;

import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.sync.listing.compose.Composition;
import dev.storebridge.tenant.ListingRules;
import dev.storebridge.tenant.ListingRules.Publish;
import java.util.List;
import java.util.Optional;

/** Compares what should be with what was applied last. */
public final class ListingPlanner {

  private ListingPlanner() {}

  /**
   * The plan of a product that the merchant wants on the channel. Content is compared with what we
   * applied last, never with the channel's copy. A listing that vanished from the channel without
   * us is not listed anew: somebody removed it, and the merchant decides.
   *
   * @param presence empty when the channel has no listing of the product
   */
  public static ListingPlan plan(
      Composition composition, Optional<Presence> presence, ListingRules rules) {
    if (presence.isEmpty()) {
      return newListing(composition, rules.publish());
    }
    Presence known = presence.get();
    return switch (known.status()) {
      case FROZEN -> ListingPlan.explained(PlanWords.frozen());
      case REMOVED ->
          known.withdrawn()
              ? newListing(composition, rules.publish())
              : ListingPlan.parked(PlanWords.removed());
      default -> new PresentListing(composition, known, rules).plan();
    };
  }

  private static ListingPlan newListing(Composition composition, Publish publish) {
    return switch (composition) {
      case Composition.Ready ready when publish == Publish.NONE ->
          ListingPlan.explained(PlanWords.notPublished());
      case Composition.Ready ready ->
          new ListingPlan(
              List.of(new Step.Create(publish == Publish.DRAFT)), List.of(), ready.notes(), false);
      case Composition.Refused refused when publish == Publish.NONE ->
          new ListingPlan(List.of(), List.of(), refused.problems(), false);
      case Composition.Refused refused ->
          new ListingPlan(List.of(), refused.problems(), List.of(), false);
    };
  }

  /**
   * The plan of a product that is gone or no longer selected. When it was carried out, or is empty
   * because the listing is {@code REMOVED} already, remember the presence as withdrawn.
   */
  public static ListingPlan withdraw(Presence presence, ListingRules.OnDelete onDelete) {
    ListingStatus status = presence.status();
    if (status == ListingStatus.FROZEN) {
      return ListingPlan.explained(PlanWords.frozen());
    }
    return switch (onDelete) {
      case KEEP -> ListingPlan.IN_LINE;
      case DELETE ->
          status == ListingStatus.REMOVED ? ListingPlan.IN_LINE : ListingPlan.of(new Step.Delete());
      case DEACTIVATE ->
          sellsOrMay(status) ? ListingPlan.of(new Step.Deactivate()) : ListingPlan.IN_LINE;
    };
  }

  private static boolean sellsOrMay(ListingStatus status) {
    return switch (status) {
      case LIVE, LIVE_EDIT_IN_REVIEW, IN_REVIEW, SCHEDULED, UNKNOWN -> true;
      case DRAFT, REFUSED, OFF, TAKEN_DOWN, FROZEN, REMOVED -> false;
    };
  }
}
