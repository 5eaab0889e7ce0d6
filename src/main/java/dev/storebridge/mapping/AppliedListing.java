package dev.storebridge.mapping;

import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Money;
import java.util.Map;
import java.util.Optional;

/**
 * What the channel accepted from us last: the yardstick of the next plan. The channel's own copy is
 * none, since channels rewrite content.
 *
 * @param content the whole listing as last sent; empty for an adopted listing whose content stays
 *     the merchant's
 * @param offers by variant id
 */
public record AppliedListing(Optional<Listing> content, Map<String, AppliedOffer> offers) {

  public AppliedListing {
    offers = Map.copyOf(offers);
  }

  /**
   * An offer the channel has.
   *
   * @param offerId the channel's id
   * @param price empty when we never set one
   * @param stock units by warehouse as last set; empty when we never set any
   */
  public record AppliedOffer(
      String offerId,
      String sellerSku,
      Optional<Money> price,
      Optional<Money> listPrice,
      Map<String, Integer> stock) {

    public AppliedOffer {
      stock = Map.copyOf(stock);
    }
  }
}
