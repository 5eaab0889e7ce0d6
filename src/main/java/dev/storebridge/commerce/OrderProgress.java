package dev.storebridge.commerce;

import java.util.List;

/**
 * How far the store is with an order.
 *
 * @param cancelled true when it is called off there
 * @param refunded true when money went back for something of it
 * @param shipments what has left so far, oldest first
 */
public record OrderProgress(boolean cancelled, boolean refunded, List<Shipment> shipments) {

  public OrderProgress {
    shipments = List.copyOf(shipments);
  }
}
