package dev.storebridge.commerce;

import java.util.Set;

/**
 * An ISO 4217 code together with the number of decimals the marketplaces take for it. Not {@link
 * java.util.Currency}: ISO gives IDR two decimals, TikTok Shop takes none.
 */
public record CurrencyCode(String value) {

  /** ISO 4217's code for "no currency": where a platform names none that can be one. */
  public static final CurrencyCode NONE = new CurrencyCode("XXX");

  private static final Set<String> WITHOUT_DECIMALS = Set.of("JPY", "VND", "IDR");

  public CurrencyCode {
    if (!value.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("not a currency code: " + value);
    }
  }

  /** What a platform wrote; {@link #NONE} for what cannot be a code. */
  public static CurrencyCode read(String text) {
    return text.matches("[A-Z]{3}") ? new CurrencyCode(text) : NONE;
  }

  /** Number of decimals of the smallest unit that can be charged: 2, or 0 for JPY, VND and IDR. */
  public int decimals() {
    return WITHOUT_DECIMALS.contains(value) ? 0 : 2;
  }

  @Override
  public String toString() {
    return value;
  }
}
