package dev.storebridge.mapping;

import java.util.List;

/**
 * Units of a store's stock that were set aside for a channel's order.
 *
 * @param itemId under which the store counts them
 * @param lineIds the channel's lines that they are for
 */
public record Reservation(
    OrderLink.Key order,
    String itemId,
    String locationId,
    int units,
    List<String> lineIds,
    State state) {

  public Reservation {
    lineIds = List.copyOf(lineIds);
  }

  /** How far it is; in the order in which one follows another. */
  public enum State {
    /** The call was begun, and its end is not known. */
    BEGUN,
    SET_ASIDE,
    GIVEN_BACK
  }
}
