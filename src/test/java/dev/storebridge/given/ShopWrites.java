package dev.storebridge.given;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The writes that reached the TikTok Shop, counted by endpoint. */
public final class ShopWrites {

  private static final Set<String> READS =
      Set.of(
          "GET",
          "POST /product/202502/products/search",
          "POST /product/202309/inventory/search",
          "POST /order/202309/orders/search");

  private final Merchant merchant;
  private final String tiktok;

  public ShopWrites(Merchant merchant, String tiktok) {
    this.merchant = merchant;
    this.tiktok = tiktok;
  }

  /** All so far. */
  public Map<String, Long> soFar() {
    Map<String, Long> writes = new TreeMap<>();
    merchant
        .control("GET", tiktok + "/sandbox/calls?limit=0", "")
        .path("by_endpoint")
        .properties()
        .forEach(
            entry -> {
              if (READS.stream().noneMatch(entry.getKey()::startsWith)) {
                writes.put(entry.getKey(), entry.getValue().asLong());
              }
            });
    return writes;
  }

  /** Those since an earlier count. */
  public Map<String, Long> since(Map<String, Long> before) {
    Map<String, Long> made = new TreeMap<>();
    soFar()
        .forEach(
            (endpoint, count) -> {
              long more = count - before.getOrDefault(endpoint, 0L);
              if (more > 0) {
                made.put(endpoint, more);
              }
            });
    return made;
  }
}
