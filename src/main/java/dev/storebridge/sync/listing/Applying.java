package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.commerce.Offer;
import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.mapping.AppliedListing.Pushed;
import dev.storebridge.platform.CreatedListing;
import dev.storebridge.platform.OfferPrice;
import dev.storebridge.platform.OfferStock;
import dev.storebridge.sync.inventory.Pool;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the channel has accepted after a call, computed from what it had before. Pure. */
final class Applying {

  private Applying() {}

  /** After a create: everything as sent. */
  static AppliedListing created(Listing listing, CreatedListing answer, Pushed call) {
    Map<String, AppliedOffer> offers =
        listing.offers().stream()
            .filter(offer -> answer.offerIds().containsKey(offer.sellerSku()))
            .collect(
                Collectors.toMap(
                    Offer::variantId,
                    offer -> fresh(offer, answer.offerIds().get(offer.sellerSku()), call)));
    return new AppliedListing(Optional.of(listing), offers);
  }

  /**
   * After a content edit: content as sent; offers that were there keep their price and stock, since
   * an edit does not set them.
   */
  static AppliedListing edited(
      AppliedListing before, Listing listing, CreatedListing answer, Pushed call) {
    Map<String, AppliedOffer> offers = new HashMap<>();
    for (Offer offer : listing.offers()) {
      AppliedOffer known = before.offers().get(offer.variantId());
      String id = answer.offerIds().get(offer.sellerSku());
      if (known != null) {
        offers.put(
            offer.variantId(),
            new AppliedOffer(
                id == null ? known.offerId() : id,
                offer.sellerSku(),
                known.price(),
                known.listPrice(),
                known.stock(),
                known.pushed()));
      } else if (id != null) {
        offers.put(offer.variantId(), fresh(offer, id, call));
      }
    }
    return new AppliedListing(Optional.of(listing), offers);
  }

  private static AppliedOffer fresh(Offer offer, String id, Pushed call) {
    return new AppliedOffer(
        id,
        offer.sellerSku(),
        Optional.of(offer.price()),
        offer.listPrice(),
        offer.stock(),
        Optional.of(call));
  }

  static AppliedListing priced(AppliedListing before, List<OfferPrice> prices) {
    Map<String, OfferPrice> byOffer =
        prices.stream().collect(Collectors.toMap(OfferPrice::offerId, Function.identity()));
    return changed(
        before,
        offer -> {
          OfferPrice price = byOffer.get(offer.offerId());
          return price == null
              ? offer
              : new AppliedOffer(
                  offer.offerId(),
                  offer.sellerSku(),
                  Optional.of(price.price()),
                  price.listPrice(),
                  offer.stock(),
                  offer.pushed());
        });
  }

  static AppliedListing stocked(
      AppliedListing before, List<OfferStock> stock, Pool pool, Instant endedAt) {
    Map<String, OfferStock> byOffer =
        stock.stream().collect(Collectors.toMap(OfferStock::offerId, Function.identity()));
    return changed(
        before,
        offer -> {
          OfferStock units = byOffer.get(offer.offerId());
          return units == null
              ? offer
              : offer.stocked(
                  units.units(), Optional.of(new Pushed(pool.seq(offer.pushed()), endedAt)));
        });
  }

  private static AppliedListing changed(
      AppliedListing before, Function<AppliedOffer, AppliedOffer> change) {
    Map<String, AppliedOffer> offers = new HashMap<>();
    before.offers().forEach((variant, offer) -> offers.put(variant, change.apply(offer)));
    return new AppliedListing(before.content(), offers);
  }

  /** Where a listing stands after an edit was accepted. */
  static ListingStatus afterEdit(ListingStatus before, boolean draftOnly) {
    if (draftOnly) {
      return ListingStatus.DRAFT;
    }
    return switch (before) {
      case LIVE, LIVE_EDIT_IN_REVIEW -> ListingStatus.LIVE_EDIT_IN_REVIEW;
      default -> ListingStatus.IN_REVIEW;
    };
  }
}
