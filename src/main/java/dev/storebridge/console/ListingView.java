package dev.storebridge.console;

import dev.storebridge.commerce.Money;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.mapping.ListingRecord;
import dev.storebridge.work.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A listing as the API shows it.
 *
 * @param imageUrl the product's first picture at the store, null when it has none
 * @param problem the first of its open problems, null when all is well
 */
@RegisterForReflection
record ListingView(
    String productId,
    String title,
    String state,
    String tiktokProductId,
    String imageUrl,
    List<Offer> offers,
    ProblemView problem) {

  /** A sellable form of it: price and stock as the channel accepted them last. */
  @RegisterForReflection
  record Offer(
      String variantId,
      String sku,
      String tiktokSkuId,
      String price,
      String currency,
      Integer stock) {}

  static ListingView of(ListingRecord listing, Optional<Problem> problem) {
    return new ListingView(
        listing.key().productId(),
        listing.title(),
        listing.state(),
        listing.channelId().orElse(null),
        listing.imageUrl().isEmpty() ? null : listing.imageUrl(),
        offers(listing),
        problem.map(ProblemView::of).orElse(null));
  }

  private static List<Offer> offers(ListingRecord listing) {
    return listing
        .applied()
        .map(
            applied ->
                applied.offers().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> offer(entry.getKey(), entry.getValue()))
                    .toList())
        .orElse(List.of());
  }

  private static Offer offer(String variantId, AppliedOffer offer) {
    return new Offer(
        variantId,
        offer.sellerSku(),
        offer.offerId(),
        offer.price().map(Money::text).orElse(null),
        offer.price().map(price -> price.currency().value()).orElse(null),
        offer.stock().isEmpty()
            ? null
            : offer.stock().values().stream().mapToInt(Integer::intValue).sum());
  }
}
