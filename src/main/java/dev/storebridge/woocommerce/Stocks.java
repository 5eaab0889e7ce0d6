package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.StockLevel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many there are of what is for sale. A shop has one pool, at the location {@code "0"}.
 *
 * <ul>
 *   <li>Counted: what it counts. An order beyond the count ({@code backorders}) is the shop's own
 *       affair: a marketplace is promised no goods that are not there.
 *   <li>Not counted: without limit while the shop calls it in stock, else none.
 *   <li>Variations that draw on their parent's pool ({@code manage_stock: "parent"}): the pool is
 *       shared out evenly among those that can be bought, the first ones getting what is left over.
 *       Told the whole pool each, a marketplace would sell it once for every variation. The price
 *       is that a pool with fewer pieces than variations shows some of them as sold out; whoever
 *       minds lets the variations count for themselves.
 * </ul>
 */
final class Stocks {

  private static final String POOL = "0";

  private Stocks() {}

  /** The stock of a product that comes in one form. */
  static Stock ofSimple(JsonNode product) {
    return Json.yes(product, "manage_stock")
        ? counted(Json.whole(product, "stock_quantity").orElse(0L))
        : byStatus(product);
  }

  /** The stock of variations by their ids. */
  static Map<String, Stock> ofVariations(JsonNode parent, List<JsonNode> variations) {
    Map<String, Stock> stocks = new HashMap<>();
    List<JsonNode> sharing = variations.stream().filter(Stocks::sharesPool).toList();
    for (int place = 0; place < sharing.size(); place++) {
      stocks.put(Json.text(sharing.get(place), "id"), shared(parent, place, sharing.size()));
    }
    variations.forEach(
        variation -> stocks.computeIfAbsent(Json.text(variation, "id"), id -> ofSimple(variation)));
    return stocks;
  }

  private static boolean sharesPool(JsonNode variation) {
    return Json.text(variation, "manage_stock").equals("parent");
  }

  private static Stock shared(JsonNode parent, int place, int sharers) {
    if (!Json.yes(parent, "manage_stock")) {
      return byStatus(parent);
    }
    long pool = Json.whole(parent, "stock_quantity").orElse(0L);
    long leftOver = place < Math.floorMod(pool, (long) sharers) ? 1 : 0;
    return counted(pool <= 0 ? pool : pool / sharers + leftOver);
  }

  private static Stock byStatus(JsonNode node) {
    String status = Json.text(node, "stock_status");
    return status.isEmpty() || status.equals("instock") ? new Stock.Untracked() : counted(0);
  }

  private static Stock counted(long units) {
    return new Stock.Counted(List.of(new StockLevel(POOL, units)));
  }
}
