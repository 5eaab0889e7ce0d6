package dev.storebridge.sandbox.woocommerce.store;

import java.time.ZoneId;

/**
 * What the merchant set up.
 *
 * @param currency ISO code
 * @param country ISO code
 * @param zone the shop's time zone, in which dates without {@code _gmt} are given
 * @param weightUnit kg, g, lbs or oz
 * @param dimensionUnit m, cm, mm, in or yd
 * @param taxPercent the standard rate; zero where taxes are off
 */
public record Shop(
    String name,
    String currency,
    String country,
    ZoneId zone,
    String weightUnit,
    String dimensionUnit,
    boolean pricesIncludeTax,
    int taxPercent) {

  /** The same in another time zone. */
  public Shop withZone(ZoneId other) {
    return new Shop(
        name, currency, country, other, weightUnit, dimensionUnit, pricesIncludeTax, taxPercent);
  }

  /** The same with taxes. */
  public Shop withTax(int percent) {
    return new Shop(
        name, currency, country, zone, weightUnit, dimensionUnit, pricesIncludeTax, percent);
  }

  /** The sign that is shown with prices, the code where none is known here. */
  public String currencySymbol() {
    return switch (currency) {
      case "GBP" -> "\u00a3";
      case "EUR" -> "\u20ac";
      case "USD" -> "$";
      default -> currency;
    };
  }
}
