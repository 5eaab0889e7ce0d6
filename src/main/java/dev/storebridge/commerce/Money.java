package dev.storebridge.commerce;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount in one currency. Two amounts are equal when their values are, whatever their scale. */
public record Money(BigDecimal amount, CurrencyCode currency) {

  public Money {
    amount =
        amount.setScale(Math.max(amount.scale(), currency.decimals()), RoundingMode.UNNECESSARY);
  }

  /** Money of a decimal string such as {@code "12.50"}. */
  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), new CurrencyCode(currency));
  }

  /** Rounds half up to the currency's smallest unit. */
  public Money rounded() {
    return new Money(amount.setScale(currency.decimals(), RoundingMode.HALF_UP), currency);
  }

  /** The amount as platforms write it: plain, with the currency's decimals, never an exponent. */
  public String text() {
    return rounded().amount.toPlainString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Money money
        && currency.equals(money.currency)
        && amount.compareTo(money.amount) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * currency.hashCode() + amount.stripTrailingZeros().hashCode();
  }

  @Override
  public String toString() {
    return text() + " " + currency;
  }
}
