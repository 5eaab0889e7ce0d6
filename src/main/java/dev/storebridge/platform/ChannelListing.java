package dev.storebridge.platform;

import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.commerce.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A listing as the channel has it now.
 *
 * @param refused true when the last review ended in refusal, even if an older version sells on
 * @param remarks the reviewers' reasons when it was refused; empty in lists, present when read
 *     alone
 * @param productRef our reference to the store's product, empty when the channel shows none
 */
public record ChannelListing(
    String id,
    String title,
    ListingStatus status,
    boolean refused,
    String productRef,
    List<ChannelOffer> offers,
    List<ReviewRemark> remarks,
    Instant createdAt,
    Instant updatedAt) {

  public ChannelListing {
    offers = List.copyOf(offers);
    remarks = List.copyOf(remarks);
  }

  /** One sellable form of it. */
  public record ChannelOffer(
      String id, String sellerSku, Optional<Money> price, Map<String, Integer> stock) {

    public ChannelOffer {
      stock = Map.copyOf(stock);
    }
  }

  /**
   * What a review did not like.
   *
   * @param part the channel's word for the part of the listing
   */
  public record ReviewRemark(String part, List<String> reasons, List<String> suggestions) {

    public ReviewRemark {
      reasons = List.copyOf(reasons);
      suggestions = List.copyOf(suggestions);
    }
  }
}
