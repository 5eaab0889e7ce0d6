package dev.storebridge.commerce;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sellable variant on a channel, as it should be.
 *
 * @param variantId the store's id
 * @param sellerSku the reference we send: never empty, no blanks, at most 50 characters, unique in
 *     its listing
 * @param barcode empty when there is none or it is not well formed
 * @param options in the listing's order; empty for a product that comes in one form
 * @param stock units by warehouse id of the channel; never negative
 */
public record Offer(
    String variantId,
    String sellerSku,
    Optional<String> barcode,
    List<OptionValue> options,
    Money price,
    Optional<Money> listPrice,
    Map<String, Integer> stock,
    Optional<Image> image) {

  public Offer {
    options = List.copyOf(options);
    stock = Map.copyOf(stock);
  }
}
