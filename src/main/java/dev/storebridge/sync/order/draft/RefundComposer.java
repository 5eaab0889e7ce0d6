package dev.storebridge.sync.order.draft;

import dev.storebridge.commerce.AftersaleCase;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.ChannelSale.Unit;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.RefundDraft;
import dev.storebridge.tenant.OrderRules;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Composes what a refund of the channel's is in the store. A line that the buyer got back as a
 * whole is worth there what the order has for it, the channel's own discount included where that is
 * owed; a part of a price is that part. Pure.
 */
public final class RefundComposer {

  private static final String REFERENCE = "TikTok Shop ";

  private final OrderRules.Total total;

  public RefundComposer(OrderRules.Total total) {
    this.total = total;
  }

  /** Whether a refund of the store was made by us. */
  public static boolean made(String words) {
    return words.matches(
        "(?s).*" + REFERENCE + "(cancellation|refund|return|replacement) [0-9A-Za-z]+.*");
  }

  /**
   * The refund; empty when nothing of the case is in the store.
   *
   * @param lines the store's line ids by the channel's
   */
  public Optional<RefundDraft> compose(
      ChannelSale sale, AftersaleCase one, Map<String, String> lines) {
    OrderMoney money = new OrderMoney(sale, total);
    Map<String, Unit> units =
        sale.units().stream()
            .collect(Collectors.toMap(Unit::lineId, Function.identity(), (first, same) -> first));
    Map<String, Integer> whole = new LinkedHashMap<>();
    BigDecimal sum = BigDecimal.ZERO;
    boolean any = false;
    for (AftersaleCase.Line line : one.lines()) {
      Unit unit = units.get(line.lineId());
      String storeLine = lines.get(line.lineId());
      if (unit == null || storeLine == null) {
        continue;
      }
      any = true;
      boolean all = line.refund().amount().compareTo(unit.paid().amount()) >= 0;
      sum = sum.add(all ? money.price(unit).amount() : line.refund().amount());
      if (all) {
        whole.merge(storeLine, 1, Integer::sum);
      }
    }
    if (!any) {
      return Optional.empty();
    }
    Money shipping = shipping(sale, one, money);
    Money refund =
        new Money(sum.add(shipping.amount()).add(one.tax().amount()), sale.payment().currency())
            .rounded();
    boolean nothing = refund.amount().signum() == 0 && whole.isEmpty();
    return nothing
        ? Optional.empty()
        : Optional.of(new RefundDraft(reference(one), whole, shipping, refund, one.restock()));
  }

  private static Money shipping(ChannelSale sale, AftersaleCase one, OrderMoney money) {
    BigDecimal back = one.shipping().amount();
    boolean all = back.signum() > 0 && back.compareTo(sale.payment().shipping().amount()) >= 0;
    return all ? money.shipping() : new Money(back, sale.payment().currency()).rounded();
  }

  private static String reference(AftersaleCase one) {
    return REFERENCE + one.kind().name().toLowerCase(Locale.ROOT) + " " + one.id();
  }
}
