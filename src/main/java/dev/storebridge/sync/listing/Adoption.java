package dev.storebridge.sync.listing;

import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.platform.ChannelListing;
import dev.storebridge.platform.ChannelListing.ChannelOffer;
import dev.storebridge.platform.Explanation;
import dev.storebridge.tenant.ListingRules.AdoptBy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the channel has a listing of a product already, so that none is listed twice. */
public sealed interface Adoption {

  /** There is none: it may be created. */
  record None() implements Adoption {}

  /**
   * This is it.
   *
   * @param applied its offers with the prices and stock the channel has; content empty
   */
  record Found(ChannelListing listing, AppliedListing applied) implements Adoption {}

  /** It cannot be told which; nothing may be created. */
  record Unclear(Explanation problem) implements Adoption {}

  /**
   * Looks through listings that {@code Channel.find} answered for the offers' references. One that
   * carries our reference to the product goes before all others.
   *
   * @param terms of the product's offers
   * @param candidates listings that no other product is linked with
   */
  static Adoption of(
      String productId, List<OfferTerms> terms, List<ChannelListing> candidates, AdoptBy by) {
    List<ChannelListing> own =
        candidates.stream().filter(listing -> listing.productRef().equals(productId)).toList();
    List<ChannelListing> eligible = by == AdoptBy.SKU && own.isEmpty() ? candidates : own;
    Map<ChannelListing, Map<String, AppliedOffer>> matches = new HashMap<>();
    for (ChannelListing listing : eligible) {
      Map<String, AppliedOffer> offers = matching(terms, listing);
      if (!offers.isEmpty()) {
        matches.put(listing, offers);
      }
    }
    if (matches.size() > 1) {
      return new Unclear(several(matches.keySet().stream().map(ChannelListing::id).toList()));
    }
    return matches.entrySet().stream()
        .findFirst()
        .<Adoption>map(
            match ->
                new Found(match.getKey(), new AppliedListing(Optional.empty(), match.getValue())))
        .orElseGet(None::new);
  }

  private static Map<String, AppliedOffer> matching(
      List<OfferTerms> terms, ChannelListing listing) {
    Map<String, ChannelOffer> bySku =
        listing.offers().stream()
            .collect(Collectors.toMap(ChannelOffer::sellerSku, offer -> offer, (a, b) -> a));
    Map<String, AppliedOffer> offers = new HashMap<>();
    for (OfferTerms term : terms) {
      ChannelOffer offer = bySku.get(term.sellerSku());
      if (offer != null) {
        offers.put(
            term.variantId(),
            new AppliedOffer(
                offer.id(), offer.sellerSku(), offer.price(), Optional.empty(), offer.stock()));
      }
    }
    return offers;
  }

  private static Explanation several(List<String> ids) {
    return Explanation.of(
        "several-listings",
        "Listings "
            + ids.stream().sorted().collect(Collectors.joining(", "))
            + " on the channel have a SKU of this product.",
        "variants",
        "Delete all but one in Seller Center, or give each SKU to one listing only.");
  }
}
