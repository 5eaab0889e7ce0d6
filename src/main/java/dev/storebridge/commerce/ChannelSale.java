package dev.storebridge.commerce;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as the channel has it, with its money and its buyer: what is needed to place it in a
 * store, and kept nowhere.
 *
 * @param units one per line of {@link #order()}, by the line's id
 * @param recipient empty while the channel shows nothing of it
 * @param buyerEmail the channel's relay address, empty when there is none
 * @param deliveryOption the channel's id of the way it is delivered, empty when it names none
 * @param channelCarries true when the channel provides carrier and label
 * @param released false while the buyer may still cancel without asking
 * @param shipBy until when the channel expects the goods to leave; empty when it names no time
 */
public record ChannelSale(
    ChannelOrder order,
    Payment payment,
    List<Unit> units,
    Optional<Recipient> recipient,
    String buyerEmail,
    String deliveryOption,
    boolean channelCarries,
    boolean released,
    Optional<Instant> shipBy) {

  public ChannelSale {
    units = List.copyOf(units);
  }

  /**
   * What was paid, and by whom.
   *
   * @param total what the buyer paid
   * @param goods what the buyer paid for the goods
   * @param sellerDiscount what the merchant gave
   * @param platformDiscount what the channel gave of its own on the goods
   * @param shipping what the buyer paid for shipping
   * @param shippingPlatformDiscount what the channel gave of its own on the shipping
   * @param tax what was added to the prices; zero where prices include it
   * @param keptByChannel fees that the buyer paid to the channel and the merchant never sees
   */
  public record Payment(
      Money total,
      Money goods,
      Money sellerDiscount,
      Money platformDiscount,
      Money shipping,
      Money shippingPlatformDiscount,
      Money tax,
      Money keptByChannel) {

    public CurrencyCode currency() {
      return total.currency();
    }
  }

  /**
   * The money of one line, which is one unit of what was listed.
   *
   * @param title of the product
   * @param variant what was chosen, empty when there was nothing to choose
   * @param original before any discount
   * @param paid by the buyer
   * @param platformDiscount what the channel gave of its own
   * @param carrier who brings it, empty while nobody does
   * @param trackingNumber empty while it has not left
   */
  public record Unit(
      String lineId,
      String title,
      String variant,
      Money original,
      Money paid,
      Money platformDiscount,
      String carrier,
      String trackingNumber) {}

  /** Whether it is the channel's to bring the goods to the buyer. */
  public boolean channelSends() {
    return channelCarries || order.shipper() == ChannelOrder.Shipper.CHANNEL;
  }

  @Override
  public String toString() {
    return "ChannelSale[" + order.id() + "]";
  }
}
