package dev.storebridge.sandbox.shopify.store;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What changes of a variant; empty members stay as they are.
 *
 * @param compareAt null leaves it, empty removes it
 */
public record VariantEdit(
    Optional<String> sku,
    Optional<String> barcode,
    Optional<BigDecimal> price,
    Optional<BigDecimal> compareAt,
    Optional<Integer> grams,
    Optional<Boolean> tracked) {

  /** An edit of the price alone. */
  public static VariantEdit price(BigDecimal price) {
    return new VariantEdit(
        Optional.empty(),
        Optional.empty(),
        Optional.of(price),
        null,
        Optional.empty(),
        Optional.empty());
  }

  /** An edit of the SKU alone. */
  public static VariantEdit sku(String sku) {
    return new VariantEdit(
        Optional.of(sku),
        Optional.empty(),
        Optional.empty(),
        null,
        Optional.empty(),
        Optional.empty());
  }
}
