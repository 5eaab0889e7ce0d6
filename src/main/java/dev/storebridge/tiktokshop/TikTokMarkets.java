package dev.storebridge.tiktokshop;

import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Market;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import java.util.Map;
import java.util.Set;

/** What TikTok Shop allows in each of its markets. Source: TikTok docs, Create Product. */
final class TikTokMarkets {

  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("US", "USD"),
          Map.entry("GB", "GBP"),
          Map.entry("DE", "EUR"),
          Map.entry("ES", "EUR"),
          Map.entry("FR", "EUR"),
          Map.entry("IE", "EUR"),
          Map.entry("IT", "EUR"),
          Map.entry("JP", "JPY"),
          Map.entry("BR", "BRL"),
          Map.entry("MX", "MXN"),
          Map.entry("ID", "IDR"),
          Map.entry("MY", "MYR"),
          Map.entry("PH", "PHP"),
          Map.entry("SG", "SGD"),
          Map.entry("TH", "THB"),
          Map.entry("VN", "VND"));

  private static final Set<String> LATIN_AMERICA = Set.of("BR", "MX");
  private static final Set<String> SOUTH_EAST_ASIA = Set.of("ID", "MY", "PH", "SG", "TH", "VN");

  private TikTokMarkets() {}

  /**
   * @throws PlatformException when TikTok Shop has no such market that we know of
   */
  static Market of(String region) {
    String currency = CURRENCIES.get(region);
    if (currency == null) {
      throw unknown(region);
    }
    boolean southEastAsia = SOUTH_EAST_ASIA.contains(region);
    return new Market(
        region,
        new CurrencyCode(currency),
        southEastAsia ? 25 : 1,
        LATIN_AMERICA.contains(region) ? 300 : 255,
        10_000,
        southEastAsia ? 100 : 300,
        9,
        3,
        20,
        50,
        region.equals("US"));
  }

  /** The tree of categories that a region has to use; empty for TikTok's default. */
  static String categoryVersion(String region) {
    return region.equals("US") || SOUTH_EAST_ASIA.contains(region) ? "v2" : "";
  }

  /** True where parcels are measured in pounds and inches. */
  static boolean imperial(String region) {
    return region.equals("US");
  }

  private static PlatformException unknown(String region) {
    return PlatformException.of(
        Failure.MERCHANT_FIX,
        new AccountId(Platform.TIKTOK_SHOP, region),
        Explanation.of(
            "unknown-region",
            "TikTok Shop has no market \"" + region + "\" that this service knows.",
            "shop.region",
            "Name the shop's market by two letters, for example GB."));
  }
}
