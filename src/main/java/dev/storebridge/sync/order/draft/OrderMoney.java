package dev.storebridge.sync.order.draft;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.ChannelSale.Payment;
import dev.storebridge.commerce.ChannelSale.Unit;
import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Money;
import dev.storebridge.tenant.OrderRules;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a sale comes to in the store: what the channel owes the merchant, or what the buyer paid.
 * Lines that were cancelled before the order was placed in the store are not part of it. Pure.
 */
final class OrderMoney {

  private final ChannelSale sale;
  private final boolean owed;

  OrderMoney(ChannelSale sale, OrderRules.Total total) {
    this.sale = sale;
    this.owed = total == OrderRules.Total.OWED;
  }

  private CurrencyCode currency() {
    return sale.payment().currency();
  }

  /** Samples, replacements and exchanges cost nothing, whatever their lines say. */
  private boolean free() {
    return sale.order().purpose() != ChannelOrder.Purpose.SALE
        && sale.payment().goods().amount().signum() == 0;
  }

  private BigDecimal unit(Unit unit) {
    if (free()) {
      return BigDecimal.ZERO;
    }
    BigDecimal paid = unit.paid().amount();
    return owed ? paid.add(unit.platformDiscount().amount()) : paid;
  }

  /** What one line comes to. */
  Money price(Unit unit) {
    return money(unit(unit));
  }

  /** The whole, as the channel reckons it. */
  Money total(List<Unit> open) {
    Payment payment = sale.payment();
    BigDecimal total = payment.total().amount();
    if (owed) {
      total =
          total
              .add(payment.platformDiscount().amount())
              .add(payment.shippingPlatformDiscount().amount())
              .subtract(payment.keptByChannel().amount());
    }
    return money(total.subtract(cancelled(open)));
  }

  /**
   * What cancelled lines come to, where the channel's figures still contain them: its sum for the
   * goods tells.
   */
  private BigDecimal cancelled(List<Unit> open) {
    BigDecimal paidForAll =
        sale.units().stream()
            .map(unit -> unit.paid().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean contained = paidForAll.compareTo(sale.payment().goods().amount()) == 0;
    return contained
        ? sale.units().stream()
            .filter(unit -> !open.contains(unit))
            .map(this::unit)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
        : BigDecimal.ZERO;
  }

  Money shipping() {
    BigDecimal paid = sale.payment().shipping().amount();
    return money(owed ? paid.add(sale.payment().shippingPlatformDiscount().amount()) : paid);
  }

  Money tax() {
    return sale.payment().tax();
  }

  /** Fees that the buyer paid to the channel, where they are part of the total. */
  Money fees() {
    return owed ? money(BigDecimal.ZERO) : sale.payment().keptByChannel();
  }

  /** What the total holds beyond everything that has a name; negative for what is missing. */
  Money rest(List<Unit> open) {
    BigDecimal named =
        open.stream()
            .map(this::unit)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .add(shipping().amount())
            .add(tax().amount())
            .add(fees().amount());
    return money(total(open).amount().subtract(named));
  }

  private Money money(BigDecimal amount) {
    return new Money(amount, currency()).rounded();
  }
}
