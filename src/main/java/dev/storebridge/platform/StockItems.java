package dev.storebridge.platform;

import java.util.Collection;
import java.util.Map;

/** Which product a stock item belongs to, where a platform counts stock under ids of its own. */
public interface StockItems {

  /** A stock item of a store. */
  record Item(String storeId, String itemId) {}

  /** The products of those items that are known. */
  Map<Item, String> products(Collection<Item> items);

  /** Remembers; an item never moves to another product. */
  void keep(Item item, String productId);
}
