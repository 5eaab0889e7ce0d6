package dev.storebridge.mapping;

import java.util.List;

/**
 * Goods that left, as we told a channel of them.
 *
 * @param shipmentId the store's
 * @param lineIds the channel's lines that it holds
 * @param parcelId the channel's, empty when it named none
 * @param told false while a call was begun whose end is not known
 */
public record ToldShipment(
    OrderLink.Key order,
    String shipmentId,
    List<String> lineIds,
    String carrierId,
    String tracking,
    String parcelId,
    boolean told) {

  public ToldShipment {
    lineIds = List.copyOf(lineIds);
  }
}
