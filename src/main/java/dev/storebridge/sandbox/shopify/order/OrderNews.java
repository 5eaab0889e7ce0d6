package dev.storebridge.sandbox.shopify.order;

import dev.storebridge.sandbox.shopify.webhook.Topic;

/** Hears what happens to orders. */
public interface OrderNews {

  /** An order changed as a whole. */
  void order(Topic topic, StoredOrder order);

  void parcel(Topic topic, StoredOrder order, StoredParcel parcel);

  void refund(StoredOrder order, StoredRefund refund);
}
