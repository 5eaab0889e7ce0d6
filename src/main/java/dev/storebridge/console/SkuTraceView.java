package dev.storebridge.console;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Why a SKU shows what it shows.
 *
 * @param price as the shop has it from us, null when we set none
 * @param stock null when nothing is known of it
 * @param mark how its product stands in the queue, null when it never was in it
 * @param items what happened, latest first
 * @param next the cursor of what happened before, null at the end
 */
@RegisterForReflection
record SkuTraceView(
    String variantId,
    String productId,
    String sku,
    String tiktokProductId,
    String tiktokSkuId,
    String price,
    String currency,
    StockView stock,
    MarkView mark,
    List<TraceItem> items,
    String next) {

  /**
   * The stock that the shop shows.
   *
   * @param units in all warehouses, null where it cannot be told
   * @param byWarehouse by the shop's warehouse id; null where it cannot be told
   * @param pushedAt when we set it last, null when we never did
   * @param because how the figure comes about, in words
   */
  @RegisterForReflection
  record StockView(
      Integer units, Map<String, Integer> byWarehouse, Instant pushedAt, String because) {}

  /**
   * How the product stands in the queue.
   *
   * @param state settled, due, running or parked
   * @param dueAt when it is looked at next; null unless it is due
   */
  @RegisterForReflection
  record MarkView(String state, Instant toldAt, Instant dueAt, int tries) {}
}
