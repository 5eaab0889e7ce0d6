package dev.storebridge.commerce;

/**
 * What an order that we place in a store carries, and is found again by.
 *
 * @param shopId the channel's id of the shop that sold
 * @param orderId the channel's id of the order
 */
public record OrderReference(String shopId, String orderId) {

  /** As a tag: stores that can search by tags find it so. */
  public String tag() {
    return "tiktok-" + orderId;
  }
}
