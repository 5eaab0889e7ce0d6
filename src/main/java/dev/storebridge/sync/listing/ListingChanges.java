package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.Pushed;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.CreatedListing;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.ListingEdit;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.sync.listing.plan.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Changes a listing that exists: one call a step, each answer remembered before the next call. */
@ApplicationScoped
class ListingChanges {

  private final Platforms platforms;
  private final Pictures pictures;
  private final ListingBook book;
  private final Reactions reactions;

  ListingChanges(Platforms platforms, Pictures pictures, ListingBook book, Reactions reactions) {
    this.platforms = platforms;
    this.pictures = pictures;
    this.book = book;
    this.reactions = reactions;
  }

  /**
   * Makes the plan's calls.
   *
   * @throws PlatformException the first refusal; what was accepted before it is remembered
   */
  void apply(Attempt attempt) {
    Target target = attempt.target();
    ListingRecord now = target.record().orElseThrow();
    for (Step step : attempt.planned().plan().steps()) {
      ListingRecord before = now;
      now =
          attempt
              .calls()
              .make(
                  step.action(), () -> accepted(attempt.store(), attempt.planned(), before, step));
      book.write(target, now);
    }
  }

  private ListingRecord accepted(
      StoreAccount store, PlannedListing planned, ListingRecord now, Step step) {
    ShopAccount shop = planned.target().shop();
    Channel channel = platforms.channel();
    String id = now.channelId().orElseThrow();
    AppliedListing applied = now.applied().orElseThrow();
    return switch (step) {
      case Step.Edit edit -> edited(store, planned, now, edit);
      case Step.Prices prices -> {
        channel.updatePrices(shop, id, prices.prices());
        yield now.linked(id, Applying.priced(applied, prices.prices()));
      }
      case Step.Stock stock -> {
        channel.updateStock(shop, id, stock.stock());
        yield now.linked(
            id, Applying.stocked(applied, stock.stock(), planned.pool(), reactions.now()));
      }
      case Step.Activate activate -> {
        refuseIfNamed(shop, id, channel.activate(shop, List.of(id)));
        yield now.at(ListingStatus.IN_REVIEW, reactions.now()).withdrawn(false);
      }
      case Step.Deactivate deactivate -> {
        refuseIfNamed(shop, id, channel.deactivate(shop, List.of(id)));
        yield now.at(ListingStatus.OFF, reactions.now()).withdrawn(true);
      }
      case Step.Delete delete -> {
        refuseIfNamed(shop, id, channel.delete(shop, List.of(id)));
        yield now.at(ListingStatus.REMOVED, reactions.now()).withdrawn(true);
      }
      case Step.Create create ->
          throw new IllegalStateException("a listing that exists is not created: " + id);
    };
  }

  private ListingRecord edited(
      StoreAccount store, PlannedListing planned, ListingRecord now, Step.Edit edit) {
    ShopAccount shop = planned.target().shop();
    Listing desired = planned.desired().orElseThrow();
    AppliedListing applied = now.applied().orElseThrow();
    String id = now.channelId().orElseThrow();
    CreatedListing answer =
        platforms
            .channel()
            .edit(
                shop,
                new ListingEdit(
                    id,
                    desired,
                    edit.fields(),
                    offerIds(applied),
                    pictures.bring(store, shop, desired),
                    edit.draftOnly()));
    Pushed call = new Pushed(planned.pool().seq(Optional.empty()), reactions.now());
    ListingStatus before = now.status().orElse(ListingStatus.UNKNOWN);
    return now.linked(id, Applying.edited(applied, desired, answer, call))
        .at(Applying.afterEdit(before, edit.draftOnly()), reactions.now());
  }

  private static Map<String, String> offerIds(AppliedListing applied) {
    return applied.offers().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offerId()));
  }

  private static void refuseIfNamed(ShopAccount shop, String id, Map<String, Explanation> refused) {
    Explanation why = refused.get(id);
    if (why != null) {
      throw PlatformException.of(Failure.MERCHANT_FIX, shop.account(), why);
    }
  }
}
