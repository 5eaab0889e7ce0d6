package dev.storebridge.sandbox.shopify.order;

import dev.storebridge.sandbox.shopify.webhook.Topic;

/** Hears what happens to orders. */
@FunctionalInterface
public interface OrderNews {

  /**
   * @param parcel the fulfilment that it is about, null for the order as a whole
   */
  void tell(Topic topic, StoredOrder order, StoredParcel parcel);
}
