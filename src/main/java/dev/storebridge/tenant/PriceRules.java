package dev.storebridge.tenant;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * From the store's price to the shop's: {@code p x rate x (1 + percent / 100) + add}, then up to
 * the next amount that ends in {@code roundUpTo}.
 *
 * @param rate empty is 1, and refused when the currencies differ
 */
public record PriceRules(
    From from,
    Optional<BigDecimal> rate,
    BigDecimal percent,
    BigDecimal add,
    Optional<BigDecimal> roundUpTo,
    ListPriceFrom listPriceFrom) {

  /** Which of the store's prices counts. */
  public enum From {
    PRICE,
    COMPARE_AT
  }

  /** Where the struck-through price comes from. */
  public enum ListPriceFrom {
    NONE,
    COMPARE_AT,
    PRICE
  }
}
