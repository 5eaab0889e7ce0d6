package dev.storebridge.platform;

import dev.storebridge.commerce.AftersaleCase;
import dev.storebridge.commerce.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cancellations, returns and refunds at a channel. Every method throws {@link PlatformException}
 * and nothing else; every call runs behind the guard of the shop. A write whose answer was lost
 * says so by {@link PlatformException#outcomeUnknown()}.
 */
public interface Aftersales {

  /** How long after it began a lost write may still take effect. */
  Duration writeHorizon();

  /** All cases of an order, oldest first. */
  List<AftersaleCase> of(ShopAccount shop, String orderId);

  /** The ids of orders of which a case changed since, in batches. */
  void changedSince(ShopAccount shop, Instant since, Consumer<Set<String>> orderIds);

  /**
   * Calls a whole order off because the seller cannot send it.
   *
   * @throws PlatformException with {@link Failure#MERCHANT_FIX} when the channel does not allow it,
   *     {@link Failure#ALREADY_DONE} when it is called off
   */
  void cancel(ShopAccount shop, String orderId);

  /**
   * Calls lines of an order off because the seller cannot send them; the same as {@link #cancel}
   * otherwise.
   *
   * @return the case's id
   */
  String cancelLines(ShopAccount shop, String orderId, Collection<String> lineIds);

  /** Agrees to a cancellation that the buyer asked for. Doing it again does nothing. */
  void agree(ShopAccount shop, String caseId);

  /**
   * Gives the buyer money back for lines that have left.
   *
   * @param key under which it is done once
   * @return the case's id
   * @throws PlatformException with {@link Failure#MERCHANT_FIX} when the channel does not allow it
   */
  String refund(
      ShopAccount shop, String orderId, Collection<String> lineIds, Money amount, String key);
}
