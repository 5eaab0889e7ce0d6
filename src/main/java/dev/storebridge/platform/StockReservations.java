package dev.storebridge.platform;

import dev.storebridge.commerce.OrderReference;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Setting units of a store's stock aside for an order that is not placed yet, so that the store
 * sells them to nobody else. Every method throws {@link PlatformException} and nothing else.
 */
public interface StockReservations {

  Platform platform();

  /**
   * Where these units can be set aside as the stock is now. Makes no change.
   *
   * @return one entry for each wish; what no place has enough of, and what the store does not
   *     count, is left out
   */
  List<Reserved> places(StoreAccount store, Collection<Wanted> wanted);

  /** Sets units aside for an order. Doing it again with the same units does nothing, for a day. */
  void reserve(StoreAccount store, OrderReference reference, List<Reserved> units);

  /** Lets the store sell them again. Doing it again with the same units does nothing, for a day. */
  void giveBack(StoreAccount store, OrderReference reference, List<Reserved> units);

  /**
   * Units of a variant that an order wants.
   *
   * @param locations where they may come from; empty: from anywhere
   */
  record Wanted(String variantId, int units, Set<String> locations) {

    public Wanted {
      locations = Set.copyOf(locations);
    }
  }

  /**
   * Units at one place.
   *
   * @param itemId under which the store counts the variant's stock
   */
  record Reserved(String variantId, String itemId, String locationId, int units) {}
}
