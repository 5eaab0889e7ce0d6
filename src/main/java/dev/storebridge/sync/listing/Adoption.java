package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Offer;
import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.mapping.FoundOffers;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.mapping.Listings;
import dev.storebridge.platform.ChannelListing;
import dev.storebridge.platform.ChannelListing.ChannelOffer;
import dev.storebridge.tenant.ListingRules.AdoptBy;
import dev.storebridge.tenant.ListingRules.OnAdopt;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds a listing that the shop has of a product already, by seller SKU, so that nothing is listed
 * twice. A listing that belongs to another product of the connection is not it.
 */
@ApplicationScoped
class Adoption {

  private final Platforms platforms;
  private final Listings listings;
  private final FoundOffers found;
  private final Reactions reactions;

  Adoption(Platforms platforms, Listings listings, FoundOffers found, Reactions reactions) {
    this.platforms = platforms;
    this.listings = listings;
    this.found = found;
    this.reactions = reactions;
  }

  /** What the shop has of this product, by the import run's reading or else by a search. */
  Optional<ListingRecord> find(PlannedListing planned) {
    if (planned.target().rules().listings().adoptBy() == AdoptBy.NONE) {
      return Optional.empty();
    }
    long run = planned.target().record().map(ListingRecord::runId).orElse(0L);
    if (run == 0) {
      return search(planned);
    }
    ListingRecord.Key key = planned.target().key();
    return best(planned, found.of(key.storeId(), key.connectionId(), run, sellerSkus(planned)));
  }

  /** What the shop has of this product now. */
  Optional<ListingRecord> search(PlannedListing planned) {
    return best(planned, platforms.channel().find(planned.target().shop(), sellerSkus(planned)));
  }

  /** After a binding the product is planned anew, so that price and stock get in line. */
  End again() {
    return new End.Later(reactions.now(), false, List.of(), false);
  }

  private static List<String> sellerSkus(PlannedListing planned) {
    return planned.desired().orElseThrow().offers().stream().map(Offer::sellerSku).toList();
  }

  /** The listing with our reference, else the oldest that can be this product's. */
  private Optional<ListingRecord> best(
      PlannedListing planned, Collection<ChannelListing> candidates) {
    return candidates.stream()
        .filter(candidate -> fits(planned, candidate))
        .min(
            Comparator.comparing((ChannelListing candidate) -> !isOurs(planned, candidate))
                .thenComparing(ChannelListing::createdAt)
                .thenComparing(ChannelListing::id))
        .map(candidate -> adopted(planned, candidate));
  }

  private static boolean isOurs(PlannedListing planned, ChannelListing candidate) {
    return candidate.productRef().equals(planned.target().key().productId());
  }

  /**
   * A reference to another product of this connection rules a listing out; one that means nothing
   * here was left by another connector and does not.
   */
  private boolean fits(PlannedListing planned, ChannelListing candidate) {
    ListingRecord.Key key = planned.target().key();
    if (isOurs(planned, candidate)) {
      return true;
    }
    boolean othersProduct =
        !candidate.productRef().isEmpty()
            && listings
                .of(
                    new ListingRecord.Key(
                        key.storeId(), key.connectionId(), candidate.productRef()))
                .isPresent();
    return !othersProduct
        && listings
            .byChannelId(key.storeId(), key.connectionId(), candidate.id())
            .map(bound -> bound.key().equals(key))
            .orElse(true);
  }

  private ListingRecord adopted(PlannedListing planned, ChannelListing candidate) {
    Listing desired = planned.desired().orElseThrow();
    boolean ours = isOurs(planned, candidate);
    boolean contentStays =
        !ours && planned.target().rules().listings().onAdopt() == OnAdopt.STOCK_AND_PRICE;
    Optional<Listing> content =
        contentStays
            ? Optional.empty()
            : Optional.of(sentBefore(candidate, desired, ours) ? desired : withoutContent(desired));
    return ListingCreation.recordOf(planned)
        .linked(candidate.id(), new AppliedListing(content, offers(desired, candidate)))
        .at(candidate.status(), reactions.now());
  }

  /** Our own listing of which we missed the answer, unless the product changed meanwhile. */
  private static boolean sentBefore(ChannelListing candidate, Listing desired, boolean ours) {
    return ours && candidate.title().equals(desired.title());
  }

  /** Content that differs from any we could send, so that all of it is sent. */
  private static Listing withoutContent(Listing desired) {
    return new Listing(
        desired.productId(),
        "",
        "",
        List.of(),
        desired.categoryId(),
        Optional.empty(),
        List.of(),
        List.of(),
        desired.parcel(),
        desired.offers());
  }

  private static Map<String, AppliedOffer> offers(Listing desired, ChannelListing candidate) {
    Map<String, ChannelOffer> bySku =
        candidate.offers().stream()
            .collect(Collectors.toMap(ChannelOffer::sellerSku, Function.identity(), (a, b) -> a));
    Map<String, AppliedOffer> offers = new HashMap<>();
    for (Offer offer : desired.offers()) {
      ChannelOffer there = bySku.get(offer.sellerSku());
      if (there != null) {
        offers.put(
            offer.variantId(),
            new AppliedOffer(
                there.id(), there.sellerSku(), there.price(), Optional.empty(), there.stock()));
      }
    }
    return offers;
  }
}
