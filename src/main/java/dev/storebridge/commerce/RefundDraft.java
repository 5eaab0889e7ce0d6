package dev.storebridge.commerce;

import java.util.Map;

/**
 * Money that goes back for an order of a store, and the goods it is for. The money was never in the
 * store's hands: it only writes down what the channel paid back.
 *
 * @param reference what it is found again by, part of the words that people read
 * @param units by the store's line ids; none where the buyer gets back a part of a price
 * @param shipping the part of the total that is shipping
 * @param restock whether the units go back into stock
 */
public record RefundDraft(
    String reference, Map<String, Integer> units, Money shipping, Money total, boolean restock) {

  public RefundDraft {
    units = Map.copyOf(units);
  }
}
