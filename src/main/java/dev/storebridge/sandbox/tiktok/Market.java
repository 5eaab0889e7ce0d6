package dev.storebridge.sandbox.tiktok;

import java.util.Map;
import java.util.Set;

/**
 * What a market asks of a listing (TikTok docs, Create Product): currency, title length, SKU count
 * and category version.
 */
record Market(
    String region, String currency, int titleMin, int titleMax, int maxSkus, boolean v2Only) {

  private static final Set<String> WHOLE_CURRENCIES = Set.of("JPY", "IDR", "VND");
  private static final Set<String> GRAM_REGIONS = Set.of("BR", "JP", "MX");

  private static final Map<String, Market> ALL =
      Map.ofEntries(
          western("GB", "GBP"),
          western("DE", "EUR"),
          western("ES", "EUR"),
          western("FR", "EUR"),
          western("IE", "EUR"),
          western("IT", "EUR"),
          western("JP", "JPY"),
          Map.entry("US", new Market("US", "USD", 1, 255, 300, true)),
          Map.entry("BR", new Market("BR", "BRL", 1, 300, 300, false)),
          Map.entry("MX", new Market("MX", "MXN", 1, 300, 300, false)),
          southEastern("ID", "IDR"),
          southEastern("MY", "MYR"),
          southEastern("PH", "PHP"),
          southEastern("SG", "SGD"),
          southEastern("TH", "THB"),
          southEastern("VN", "VND"));

  private static Map.Entry<String, Market> western(String region, String currency) {
    return Map.entry(region, new Market(region, currency, 1, 255, 300, false));
  }

  private static Map.Entry<String, Market> southEastern(String region, String currency) {
    return Map.entry(region, new Market(region, currency, 25, 255, 100, true));
  }

  static Market of(String region) {
    Market market = ALL.get(region);
    if (market == null) {
      throw new IllegalArgumentException(
          "The sandbox knows no market " + region + "; it has " + ALL.keySet());
    }
    return market;
  }

  boolean us() {
    return region.equals("US");
  }

  boolean grams() {
    return GRAM_REGIONS.contains(region);
  }

  /** Digits after the point that a price may have. */
  int priceDecimals() {
    return WHOLE_CURRENCIES.contains(currency) ? 0 : 2;
  }
}
