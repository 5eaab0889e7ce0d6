package dev.storebridge.sync.inventory;

import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.StockLevel;
import dev.storebridge.tenant.InventoryRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * From the store's stock to the shop's, per warehouse: {@code clamp(floor((sum - held) x share /
 * 100) - buffer, 0, min(max, 99999))}.
 */
public final class StockFormula {

  /** More units of one offer in one warehouse than this the channel does not take. */
  static final int CHANNEL_MAX = 99_999;

  /** Keeps products in range; far above anything that the cap lets through. */
  private static final long SANE = 1_000_000_000_000L;

  private final InventoryRules rules;

  public StockFormula(InventoryRules rules) {
    this.rules = rules;
  }

  /**
   * Units by warehouse; always every warehouse that the rules name.
   *
   * @param mainWarehouse takes everything when the rules name no location
   * @param held units sold on channels that the store does not know yet, by warehouse; all of them
   *     where the rules name no location
   */
  public Map<String, Integer> of(Stock stock, String mainWarehouse, Map<String, Long> held) {
    if (rules.locations().isEmpty()) {
      return Map.of(mainWarehouse, units(stock, level -> true, sum(held)));
    }
    Map<String, Integer> byWarehouse = new LinkedHashMap<>();
    for (String warehouse : rules.locations().values()) {
      byWarehouse.put(
          warehouse,
          units(
              stock,
              level -> warehouse.equals(rules.locations().get(level.locationId())),
              held.getOrDefault(warehouse, 0L)));
    }
    return byWarehouse;
  }

  private static long sum(Map<String, Long> held) {
    return held.values().stream().mapToLong(Long::longValue).sum();
  }

  private int units(Stock stock, Predicate<StockLevel> here, long held) {
    return switch (stock) {
      case Stock.Untracked untracked -> Math.clamp(rules.untracked(), 0, cap());
      case Stock.Counted counted -> units(sum(counted.levels(), here), held);
    };
  }

  private static long sum(List<StockLevel> levels, Predicate<StockLevel> here) {
    return levels.stream().filter(here).mapToLong(StockLevel::available).sum();
  }

  int units(long sum, long held) {
    long free = Math.clamp(sum - held, -SANE, SANE);
    long offered = Math.floorDiv(free * rules.sharePercent(), 100L) - rules.buffer();
    return Math.clamp(offered, 0, cap());
  }

  private int cap() {
    return Math.clamp(rules.max(), 0, CHANNEL_MAX);
  }
}
