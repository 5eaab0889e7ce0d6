package dev.storebridge.mapping;

import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * An order of a channel, and which order of the store it became.
 *
 * @param shopId the channel's id of the shop that sold
 * @param channelStatus as it was when we acted on it last
 * @param channelTotal what the buyer paid
 * @param expectedTotal what the store's order should come to, by the merchant's rules
 * @param storeTotal what the store says it comes to
 * @param intent a create whose end is not known
 * @param told whether the channel knows of the store's order
 * @param refunded what went back, as far as both sides know of it
 * @param hints what we were told of and did not act on yet
 */
public record OrderLink(
    Key key,
    String shopId,
    OrderStatus channelStatus,
    Instant placedAt,
    Money channelTotal,
    Optional<Money> expectedTotal,
    Optional<Money> storeTotal,
    Stage stage,
    Optional<String> storeOrderId,
    Optional<Open> intent,
    Told told,
    Money refunded,
    Hints hints) {

  /** The same as the channel has it now. */
  public OrderLink seenAs(OrderStatus status, Money total) {
    return new OrderLink(
        key,
        shopId,
        status,
        placedAt,
        total,
        expectedTotal,
        storeTotal,
        stage,
        storeOrderId,
        intent,
        told,
        refunded,
        hints);
  }

  /**
   * The same once it is an order of the store.
   *
   * @param expected empty when somebody else placed it, by rules that are not ours
   */
  public OrderLink bound(String orderId, Optional<Money> expected, Money total, Stage next) {
    return new OrderLink(
        key,
        shopId,
        channelStatus,
        placedAt,
        channelTotal,
        expected,
        Optional.of(total),
        next,
        Optional.of(orderId),
        Optional.empty(),
        told,
        refunded,
        hints);
  }

  /** Whether somebody else placed it in the store before we came: it does not carry our mark. */
  public boolean adopted() {
    return storeOrderId().isPresent() && expectedTotal().isEmpty();
  }

  /** Which order of which connection's shop. */
  public record Key(String storeId, String connectionId, String orderId) {}

  /** How far it is. */
  public enum Stage {
    /** Nothing of it is in the store. */
    WAITING,
    /** In the store, which holds its goods and sends nothing yet. */
    RESERVED,
    IMPORTED,
    /** Over, in the store too where it was there. */
    CANCELLED
  }

  /** Whether the channel was told of the store's order. */
  public enum Told {
    NOT_YET,
    TOLD,
    /** It does not want to know, for want of a scope for example. */
    REFUSED
  }

  /**
   * What the order itself does not show.
   *
   * @param cases when we were told of a cancellation or a return
   * @param recipient when we were told of another address
   */
  public record Hints(Optional<Instant> cases, Optional<Instant> recipient) {

    public static final Hints NONE = new Hints(Optional.empty(), Optional.empty());
  }

  /** One of the {@link Hints}. */
  public enum Hint {
    CASES("cases_at"),
    RECIPIENT("recipient_at");

    final String column;

    Hint(String column) {
      this.column = column;
    }
  }

  /**
   * A create that was begun.
   *
   * @param startedAt before the last try
   * @param misses how many look-ups since found nothing
   */
  public record Open(Instant startedAt, int misses) {}
}
