package dev.storebridge.sandbox.tiktok;

/** Hears of every change of an order once it is done; called on the thread that made the change. */
@FunctionalInterface
public interface OrderListener {

  void changed(OrderNews news);

  /**
   * What happened to an order.
   *
   * @param status as the Orders API spells it
   * @param onHold true for an order that began, or begins, with the buyer's hour
   * @param updateTime seconds
   */
  record OrderNews(String shopId, String orderId, String status, boolean onHold, long updateTime) {}
}
