package dev.storebridge.commerce;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One sellable form of a product as the store has it.
 *
 * @param id the store's id; the only key that survives renames
 * @param sku the merchant's stock keeping unit as typed, empty when missing; not unique
 * @param barcode GTIN and the like as typed, empty when missing
 * @param options this variant's value for each option of the product, in the product's order
 * @param price in the store's currency; empty when the store has none
 * @param compareAtPrice the struck-through price
 * @param weight empty when the store states none or zero
 * @param dimensions how large it is, packed; empty when the store does not state all three sides
 * @param image the picture of this variant alone
 */
public record Variant(
    String id,
    String sku,
    String barcode,
    List<String> options,
    Optional<BigDecimal> price,
    Optional<BigDecimal> compareAtPrice,
    Optional<Weight> weight,
    Optional<Dimensions> dimensions,
    Optional<Image> image,
    Stock stock) {

  public Variant {
    options = List.copyOf(options);
  }
}
