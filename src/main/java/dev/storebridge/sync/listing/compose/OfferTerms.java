package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.Offer;
import java.util.Map;
import java.util.Optional;

/**
 * Price and stock of one offer: what goes on being kept in line while the rest of a product has
 * problems, so that a missing picture never means an oversold item.
 *
 * @param sellerSku the reference by which the channel's offer is found
 * @param price empty when it could not be computed
 * @param stock units by warehouse, empty when they could not be computed
 */
public record OfferTerms(
    String variantId,
    String sellerSku,
    Optional<Money> price,
    Optional<Money> listPrice,
    Map<String, Integer> stock) {

  public OfferTerms {
    stock = Map.copyOf(stock);
  }

  /** The terms of an offer that could be composed. */
  public static OfferTerms of(Offer offer) {
    return new OfferTerms(
        offer.variantId(),
        offer.sellerSku(),
        Optional.of(offer.price()),
        offer.listPrice(),
        offer.stock());
  }
}
