package dev.storebridge.sandbox.shopify.store;

import java.math.BigDecimal;
import java.util.Optional;

/** What changes of a variant; empty members stay as they are. */
public record VariantEdit(
    Optional<String> sku,
    Optional<String> barcode,
    Optional<BigDecimal> price,
    Optional<CompareAt> compareAt,
    Optional<Boolean> tracked) {

  /** The new price to compare with; a null amount removes it. */
  public record CompareAt(BigDecimal amount) {}

  private static final VariantEdit NOTHING =
      new VariantEdit(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** An edit of the price alone. */
  public static VariantEdit price(BigDecimal price) {
    return new VariantEdit(
        NOTHING.sku, NOTHING.barcode, Optional.of(price), NOTHING.compareAt, NOTHING.tracked);
  }

  /** An edit of the SKU alone. */
  public static VariantEdit sku(String sku) {
    return new VariantEdit(
        Optional.of(sku), NOTHING.barcode, NOTHING.price, NOTHING.compareAt, NOTHING.tracked);
  }
}
