package dev.storebridge.platform;

import dev.storebridge.commerce.OrderCopy;
import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.commerce.OrderProgress;
import dev.storebridge.commerce.OrderReference;
import dev.storebridge.commerce.RefundDraft;
import dev.storebridge.commerce.Shipment;
import dev.storebridge.commerce.StoreOrder;
import dev.storebridge.commerce.StoreRefund;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The orders of a merchant's own store, as far as channels place them there. Every method throws
 * {@link PlatformException} and nothing else; every call runs behind the guard of the account. A
 * write whose answer was lost says so by {@link PlatformException#outcomeUnknown()}.
 */
public interface StoreOrders {

  Platform platform();

  /** How long after it began a lost create may still take effect. */
  Duration writeHorizon();

  /** True when an order can be placed while its buyer may still cancel. */
  boolean canHold();

  /** Places an order; stores keep no two apart, so call it once. */
  StoreOrder create(StoreAccount store, OrderDraft draft);

  /**
   * All orders that carry the reference, oldest first, cancelled ones too.
   *
   * @param notBefore none of them was placed earlier
   */
  List<StoreOrder> find(StoreAccount store, OrderReference reference, Instant notBefore);

  /**
   * Every order of the store that carries the mark of a channel's and changed since, in batches;
   * one may come twice.
   */
  void copiesChangedSince(
      StoreAccount store, Instant changedSince, Consumer<List<OrderCopy>> batches);

  /** The order as it is now; empty when it is gone. */
  Optional<StoreOrder> read(StoreAccount store, String id);

  /** How far the store is with an order; empty when it is gone. */
  Optional<OrderProgress> progress(StoreAccount store, String id);

  /**
   * Writes down what the channel sent for an order. Units that have left already stay as they are,
   * so doing it again does nothing.
   *
   * @param parcels those that the order does not show yet; ids are of no matter
   * @param complete whether nothing is left to be sent
   */
  void fulfil(StoreAccount store, String id, List<Shipment> parcels, boolean complete);

  /** What went back of an order so far, oldest first. */
  List<StoreRefund> refunds(StoreAccount store, String id);

  /**
   * Writes down that money went back for an order, and puts goods back into stock where that is
   * wanted. No money moves: the channel has paid it.
   *
   * @throws PlatformException with {@link Failure#MERCHANT_FIX} when it is more than is left
   */
  StoreRefund refund(StoreAccount store, String id, RefundDraft draft);

  /** Tells where an order goes to; without a recipient in the draft nothing is told. */
  void readdress(StoreAccount store, String id, OrderDraft draft);

  /**
   * The buyer can no longer cancel without asking: the order goes to those who send the goods, with
   * the recipient of the draft where it has one. Doing it again does nothing.
   */
  void release(StoreAccount store, String id, OrderDraft draft);

  /**
   * Calls an order off. Doing it again does nothing.
   *
   * @param restock whether its goods go back into stock
   * @param why for the merchant, at most 255 characters
   * @throws PlatformException with {@link Failure#MERCHANT_FIX} when goods have left already
   */
  void cancel(StoreAccount store, String id, boolean restock, String why);
}
