package dev.storebridge.sync.listing.plan;

import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.platform.ContentField;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.OfferPrice;
import dev.storebridge.platform.OfferStock;
import dev.storebridge.sync.listing.compose.Composition;
import dev.storebridge.sync.listing.compose.OfferTerms;
import dev.storebridge.tenant.ListingRules;
import dev.storebridge.tenant.ListingRules.OnAdopt;
import dev.storebridge.tenant.ListingRules.Publish;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Plans for a listing that is on the channel: content, then prices, then stock, then sale. */
final class PresentListing {

  private final Composition composition;
  private final Presence presence;
  private final ListingRules rules;
  private final List<Step> steps = new ArrayList<>();
  private final List<Explanation> problems = new ArrayList<>();
  private final List<Explanation> notes = new ArrayList<>();
  private boolean waits;

  PresentListing(Composition composition, Presence presence, ListingRules rules) {
    this.composition = composition;
    this.presence = presence;
    this.rules = rules;
  }

  ListingPlan plan() {
    switch (composition) {
      case Composition.Ready ready -> planAll(ready);
      case Composition.Refused refused -> planTerms(refused);
    }
    return new ListingPlan(steps, problems, notes, waits);
  }

  private void planAll(Composition.Ready ready) {
    notes.addAll(ready.notes());
    Set<ContentField> edited = contentOurs() ? edit(ready) : Set.of();
    terms(
        ready.listing().offers().stream().map(OfferTerms::of).toList(),
        edited.contains(ContentField.OFFERS));
    if (ours(ListingStatus.OFF) && rules.publish() == Publish.LIVE) {
      steps.add(new Step.Activate());
    } else if (presence.status() == ListingStatus.OFF && !presence.withdrawn()) {
      notes.add(PlanWords.offByMerchant());
    }
  }

  /** Problems of content that is the merchant's own are not ours to report. */
  private void planTerms(Composition.Refused refused) {
    problems.addAll(contentOurs() ? refused.problems() : refused.termProblems());
    terms(refused.terms(), false);
  }

  private boolean contentOurs() {
    return presence.applied().content().isPresent() || rules.onAdopt() == OnAdopt.ALL;
  }

  private boolean ours(ListingStatus status) {
    return presence.status() == status && presence.withdrawn();
  }

  private Set<ContentField> edit(Composition.Ready ready) {
    boolean draft = presence.status() == ListingStatus.DRAFT;
    boolean submits = draft && rules.publish() == Publish.LIVE;
    Set<ContentField> fields =
        submits
            ? ContentChanges.owned(rules)
            : new ContentChanges(ready.listing(), presence.applied(), rules).fields();
    if (fields.isEmpty()) {
      return Set.of();
    }
    if (!editable()) {
      waits = true;
      return Set.of();
    }
    steps.add(new Step.Edit(fields, draft && !submits));
    return fields;
  }

  /** An edit submits a listing; one that the merchant took off sale must not come back by it. */
  private boolean editable() {
    return switch (presence.status()) {
      case DRAFT, IN_REVIEW, REFUSED, LIVE, LIVE_EDIT_IN_REVIEW, SCHEDULED, TAKEN_DOWN -> true;
      case OFF -> presence.withdrawn() && rules.publish() == Publish.LIVE;
      case FROZEN, REMOVED, UNKNOWN -> false;
    };
  }

  private void terms(List<OfferTerms> terms, boolean offersEdited) {
    TermChanges changes = new TermChanges(terms, presence.applied(), rules);
    List<OfferPrice> prices = changes.prices();
    if (!prices.isEmpty() && takesPrices()) {
      steps.add(new Step.Prices(prices));
    }
    waits |= !prices.isEmpty() && !takesPrices();
    List<OfferStock> stock = changes.stock(offersEdited);
    if (!stock.isEmpty()) {
      steps.add(new Step.Stock(stock));
    }
    if (!contentOurs() && changes.lacksWarehouses()) {
      problems.add(PlanWords.warehouseNotOnListing());
    }
  }

  /** TikTok takes prices of listings that are on sale alone. */
  private boolean takesPrices() {
    return presence.status() == ListingStatus.LIVE
        || presence.status() == ListingStatus.LIVE_EDIT_IN_REVIEW;
  }
}
