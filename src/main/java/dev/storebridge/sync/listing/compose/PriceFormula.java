package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Money;
import dev.storebridge.tenant.PriceRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * From the store's price to the shop's: {@code p x rate x (1 + percent / 100) + add}; then up to
 * the next amount that ends in {@code round-up-to}, or else half up to the currency's smallest
 * unit. Computed exactly; rounded once, at the end.
 */
final class PriceFormula {

  private final PriceRules rules;
  private final CurrencyCode currency;

  PriceFormula(PriceRules rules, CurrencyCode currency) {
    this.rules = rules;
    this.currency = currency;
  }

  /** The shop's price; empty when it comes to nothing or less. */
  Optional<Money> of(BigDecimal price) {
    BigDecimal factor = BigDecimal.ONE.add(rules.percent().movePointLeft(2));
    BigDecimal exact =
        price.multiply(rules.rate().orElse(BigDecimal.ONE)).multiply(factor).add(rules.add());
    if (exact.signum() <= 0) {
      return Optional.empty();
    }
    BigDecimal ending = rules.roundUpTo().map(ends -> upToEnding(exact, ends)).orElse(exact);
    BigDecimal payable = ending.setScale(currency.decimals(), RoundingMode.HALF_UP);
    return payable.signum() > 0 ? Optional.of(new Money(payable, currency)) : Optional.empty();
  }

  /**
   * The smallest amount not below {@code amount} that ends in {@code ending}: endings below 1 recur
   * with every whole unit, 9.99 with every ten, 99 with every hundred.
   */
  static BigDecimal upToEnding(BigDecimal amount, BigDecimal ending) {
    BigDecimal period = periodOf(ending);
    BigDecimal steps =
        amount.subtract(ending).divide(period, 0, RoundingMode.CEILING).max(BigDecimal.ZERO);
    return ending.add(steps.multiply(period));
  }

  private static BigDecimal periodOf(BigDecimal ending) {
    BigDecimal whole = ending.setScale(0, RoundingMode.DOWN);
    return whole.signum() == 0 ? BigDecimal.ONE : BigDecimal.ONE.movePointRight(whole.precision());
  }
}
