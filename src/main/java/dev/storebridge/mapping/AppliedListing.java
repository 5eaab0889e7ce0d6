package dev.storebridge.mapping;

import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Money;
import java.time.Instant;
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
   * @param stock units by warehouse as last set, {@link #UNKNOWN} where we do not know what the
   *     channel made of it; empty when we never set any
   * @param pushed what is known of the call that set the stock
   */
  public record AppliedOffer(
      String offerId,
      String sellerSku,
      Optional<Money> price,
      Optional<Money> listPrice,
      Map<String, Integer> stock,
      Optional<Pushed> pushed) {

    /** Stands for a number of units that nobody knows; equals none that can be wanted. */
    public static final int UNKNOWN = -1;

    /** Rows of before there was a ledger have no {@code pushed}. */
    public AppliedOffer {
      stock = Map.copyOf(stock);
      pushed = pushed == null ? Optional.empty() : pushed;
    }

    public AppliedOffer(
        String offerId,
        String sellerSku,
        Optional<Money> price,
        Optional<Money> listPrice,
        Map<String, Integer> stock) {
      this(offerId, sellerSku, price, listPrice, stock, Optional.empty());
    }

    /** The same with another price. */
    public AppliedOffer priced(Money other) {
      return new AppliedOffer(offerId, sellerSku, Optional.of(other), listPrice, stock, pushed);
    }

    /** The same with other stock. */
    public AppliedOffer stocked(Map<String, Integer> units, Optional<Pushed> call) {
      return new AppliedOffer(offerId, sellerSku, price, listPrice, units, call);
    }
  }

  /**
   * A call that set stock.
   *
   * @param seq what stands in the stock ledger up to here was known before the call
   * @param endedAt when the channel had answered
   */
  public record Pushed(long seq, Instant endedAt) {}
}
