package dev.storebridge.sandbox.catalogue;

import java.math.BigDecimal;
import java.util.List;

/**
 * One thing that can be bought. The shop is lenient on purpose: {@code price}, {@code compareAt},
 * {@code grams}, {@code sku} and {@code barcode} may be null, as in a merchant's real catalogue.
 *
 * @param choices one value per option of the product, in the options' order; empty without options
 * @param stock units per warehouse, in the order of the shop's warehouses
 * @param picture index of the product's picture that shows this variant, -1 for none
 */
public record CatalogueVariant(
    List<String> choices,
    String sku,
    String barcode,
    BigDecimal price,
    BigDecimal compareAt,
    Integer grams,
    boolean tracked,
    List<Integer> stock,
    int picture) {

  public CatalogueVariant {
    choices = List.copyOf(choices);
    stock = List.copyOf(stock);
  }
}
