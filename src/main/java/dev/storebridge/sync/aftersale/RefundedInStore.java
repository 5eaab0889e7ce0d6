package dev.storebridge.sync.aftersale;

import dev.storebridge.commerce.AftersaleCase;
import dev.storebridge.commerce.AftersaleCase.Kind;
import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.commerce.StoreRefund;
import dev.storebridge.mapping.CarriedRefund;
import dev.storebridge.mapping.CarriedRefunds;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.mapping.OrderLinks;
import dev.storebridge.platform.Aftersales;
import dev.storebridge.platform.Explanation;
import dev.storebridge.sync.order.draft.RefundComposer;
import dev.storebridge.tenant.AftersaleRules;
import dev.storebridge.tenant.AftersaleRules.Direction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The merchant gave money back in the store, where it moves none: the channel does, up to what the
 * buyer paid, each refund under its own key. Units that had not left are cancelled instead.
 */
@ApplicationScoped
class RefundedInStore {

  private static final String OF_STORE = "store:";

  private final Aftersales aftersales;
  private final CarriedRefunds refunds;
  private final OrderLinks links;

  RefundedInStore(Aftersales aftersales, CarriedRefunds refunds, OrderLinks links) {
    this.links = links;
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
    AftersaleRules rules = sale.rules().aftersale();
    if (sale.sale().order().status().left()) {
      return rules.refunds() == Direction.BOTH ? payBack(sale, refund, origin) : Aftermath.NOTHING;
    }
    if (!refund.units().isEmpty() && rules.cancellations() == Direction.BOTH) {
      return cancel(sale, refund, origin);
    }
    return rules.refunds() == Direction.BOTH
        ? Aftermath.saying(
            Explanation.of(
                "refunded-before-shipping",
                "Money was given back in the store for an order that TikTok Shop still expects; it"
                    + " lets a seller refund only what has left.",
                "aftersale.refunds",
                "Cancel the order in the store, or what is short of stock in Seller Center."))
        : Aftermath.NOTHING;
  }

  private Aftermath payBack(PlacedSale sale, StoreRefund refund, String origin) {
    OrderLink.Key key = sale.link().key();
    Money amount = atMost(refund.total(), sale.sale());
    refunds.begin(key, origin, amount);
    List<String> lines = open(sale.sale()).stream().map(ChannelOrder.Line::id).toList();
    String once = "refund-" + key.storeId() + "-" + refund.id();
    String caseId = aftersales.refund(sale.shop(), key.orderId(), lines, amount, once);
    refunds.inChannel(key, origin, caseId, amount);
    return Aftermath.NOTHING;
  }

  private static List<ChannelOrder.Line> open(ChannelSale sale) {
    return sale.order().lines().stream()
        .filter(line -> line.status() != OrderStatus.CANCELLED)
        .toList();
  }

  /**
   * Units that were taken out of the order before they left are cancelled. The channel takes no key
   * for that: a case of the seller's that nothing is known of is this one, whose answer was lost.
   */
  private Aftermath cancel(PlacedSale sale, StoreRefund refund, String origin) {
    OrderLink.Key key = sale.link().key();
    Set<String> known =
        refunds.of(key).stream().map(CarriedRefund::originId).collect(Collectors.toSet());
    Optional<String> lost =
        aftersales.of(sale.shop(), key.orderId()).stream()
            .filter(one -> one.kind() == Kind.CANCELLATION && one.bySeller())
            .map(AftersaleCase::id)
            .filter(id -> !known.contains(id))
            .findFirst();
    refunds.begin(key, origin, refund.total());
    String caseId =
        lost.orElseGet(
            () -> aftersales.cancelLines(sale.shop(), key.orderId(), lines(sale, refund)));
    refunds.inChannel(key, origin, caseId, refund.total());
    return Aftermath.NOTHING;
  }

  /** The channel's lines, one a unit, of the units of the store's. */
  private List<String> lines(PlacedSale sale, StoreRefund refund) {
    Map<String, String> storeLines = links.lines(sale.link().key());
    Map<String, Integer> left = new HashMap<>(refund.units());
    List<String> lines = new ArrayList<>();
    for (ChannelOrder.Line line : open(sale.sale())) {
      String storeLine = storeLines.getOrDefault(line.id(), "");
      if (left.getOrDefault(storeLine, 0) > 0) {
        left.merge(storeLine, -1, Integer::sum);
        lines.add(line.id());
      }
    }
    return lines;
  }

  private static Money atMost(Money refunded, ChannelSale sale) {
    BigDecimal paid =
        sale.units().stream()
            .map(unit -> unit.paid().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(refunded.amount().min(paid), sale.payment().currency()).rounded();
  }
}
