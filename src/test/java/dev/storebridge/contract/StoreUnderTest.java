package dev.storebridge.contract;

import dev.storebridge.commerce.OrderDraft.Item;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreOrders;

/** A store, the adapter in front of it, and a test's hand on it. */
public interface StoreUnderTest extends AutoCloseable {

  StoreOrders orders();

  StoreAccount store();

  @Override
  void close();

  /** Something in stock, a different one for every number. */
  Item item(int number);

  /** What the store has available of it. */
  int available(Item item);

  /** Whether the order waits for its buyer's hour to end. */
  boolean held(String orderId);

  /** The goods of an order leave as a whole, by Royal Mail under RM123456785GB. */
  void ship(String orderId);

  /** The next create takes effect and is answered with a server's fault. */
  void loseTheNextAnswer();

  /** The next create is answered with a server's fault and takes no effect. */
  void failTheNextCreate();

  /** The next refund takes effect and is answered with a server's fault. */
  void loseTheNextRefund();

  /** The merchant calls an order off by hand. */
  void callOff(String orderId);

  /** The street that an order goes to. */
  String street(String orderId);
}
