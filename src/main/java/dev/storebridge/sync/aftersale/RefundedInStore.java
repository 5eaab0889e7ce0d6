package dev.storebridge.sync.aftersale;

import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.commerce.StoreRefund;
import dev.storebridge.mapping.CarriedRefund;
import dev.storebridge.mapping.CarriedRefunds;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.platform.Aftersales;
import dev.storebridge.platform.Explanation;
import dev.storebridge.sync.order.draft.RefundComposer;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The merchant gave money back in the store, where it moves none: the channel does, up to what the
 * buyer paid. Each refund goes under its own key, so doing it again does nothing.
 */
@ApplicationScoped
class RefundedInStore {

  private static final String OF_STORE = "store:";

  private final Aftersales aftersales;
  private final CarriedRefunds refunds;

  RefundedInStore(Aftersales aftersales, CarriedRefunds refunds) {
    this.aftersales = aftersales;
    this.refunds = refunds;
  }

  Aftermath tell(PlacedSale sale) {
    OrderLink.Key key = sale.link().key();
    Map<String, CarriedRefund> known =
        refunds.of(key).stream()
            .collect(Collectors.toMap(CarriedRefund::originId, Function.identity()));
    Aftermath math = Aftermath.NOTHING;
    for (StoreRefund refund : sale.orders().refunds(sale.store(), sale.storeOrderId())) {
      String origin = OF_STORE + refund.id();
      boolean ours =
          RefundComposer.made(refund.words())
              || known.values().stream()
                  .anyMatch(one -> one.copyId().equals(Optional.of(refund.id())));
      boolean told =
          Optional.ofNullable(known.get(origin)).flatMap(CarriedRefund::copyId).isPresent();
      if (!ours && !told) {
        math = math.and(tell(sale, refund, origin));
      }
    }
    return math;
  }

  private Aftermath tell(PlacedSale sale, StoreRefund refund, String origin) {
    if (!sale.sale().order().status().left()) {
      return Aftermath.saying(
          Explanation.of(
              "refunded-before-shipping",
              "Money was given back in the store for an order that TikTok Shop still expects; it"
                  + " lets a seller refund only what has left.",
              "aftersale.refunds",
              "Cancel the order in the store, or what is short of stock in Seller Center."));
    }
    OrderLink.Key key = sale.link().key();
    Money amount = atMost(refund.total(), sale.sale());
    refunds.begin(key, origin, amount);
    List<String> lines =
        sale.sale().order().lines().stream()
            .filter(line -> line.status() != OrderStatus.CANCELLED)
            .map(line -> line.id())
            .toList();
    String once = "refund-" + key.storeId() + "-" + refund.id();
    String caseId = aftersales.refund(sale.shop(), key.orderId(), lines, amount, once);
    refunds.inChannel(key, origin, caseId, amount);
    return Aftermath.NOTHING;
  }

  private static Money atMost(Money refunded, ChannelSale sale) {
    BigDecimal paid =
        sale.units().stream()
            .map(unit -> unit.paid().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(refunded.amount().min(paid), sale.payment().currency()).rounded();
  }
}
