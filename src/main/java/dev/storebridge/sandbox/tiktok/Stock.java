package dev.storebridge.sandbox.tiktok;

/** The units of one SKU in one warehouse. */
final class Stock {

  /** Can still be sold; what the API calls quantity. */
  long available;

  /** Sold and not shipped; already out of {@link #available}. */
  long committed;

  long backorder;
  long handlingTime;

  /** Moves units from available to committed, as an order does. */
  void commit(long units) {
    if (units > available) {
      throw new IllegalArgumentException("Only " + available + " units are available");
    }
    available -= units;
    committed += units;
  }

  /** Units of an order that was called off can be sold again. */
  void giveBack(long units) {
    committed -= units;
    available += units;
  }

  /** Units of an order have left. */
  void ship(long units) {
    committed -= units;
  }
}
