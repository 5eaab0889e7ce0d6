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
  private final CarryOnce carrying;

  RefundedInStore(
      Aftersales aftersales, CarriedRefunds refunds, OrderLinks links, CarryOnce carrying) {
    this.links = links;
    this.carrying = carrying;
    this.aftersales = aftersales;
    this.refunds = refunds;
  }

  Aftermath tell(PlacedSale sale) {
    if (!interested(sale)) {
      return Aftermath.NOTHING;
    }
    List<CarriedRefund> known = refunds.of(sale.link().key());
    Aftermath math = Aftermath.NOTHING;
    for (StoreRefund refund : sale.orders().refunds(sale.store(), sale.storeOrderId())) {
      if (!ours(refund, known) && !told(refund, known)) {
        math = math.and(tell(sale, refund, known));
      }
    }
    return math;
  }

  /** Whether the rules send anything on, as the order stands. */
  private static boolean interested(PlacedSale sale) {
    AftersaleRules rules = sale.rules().aftersale();
    boolean cancels = !left(sale) && rules.cancellations() == Direction.BOTH;
    return cancels || rules.refunds() == Direction.BOTH;
  }

  private static boolean left(PlacedSale sale) {
    return sale.sale().order().status().left();
  }

  private static boolean ours(StoreRefund refund, List<CarriedRefund> known) {
    return RefundComposer.made(refund.words())
        || known.stream().anyMatch(one -> one.copyId().equals(Optional.of(refund.id())));
  }

  private static boolean told(StoreRefund refund, List<CarriedRefund> known) {
    return known.stream()
        .filter(one -> one.originId().equals(origin(refund)))
        .anyMatch(one -> one.copyId().isPresent());
  }

  private static String origin(StoreRefund refund) {
    return OF_STORE + refund.id();
  }

  private Aftermath tell(PlacedSale sale, StoreRefund refund, List<CarriedRefund> known) {
    AftersaleRules rules = sale.rules().aftersale();
    if (left(sale)) {
      return payBack(sale, refund);
    }
    if (!refund.units().isEmpty() && rules.cancellations() == Direction.BOTH) {
      return carrying.carry(cancellation(sale, refund, known));
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

  /** Under a key of its own, so that doing it again does nothing. */
  private Aftermath payBack(PlacedSale sale, StoreRefund refund) {
    OrderLink.Key key = sale.link().key();
    List<String> lines = refund.units().isEmpty() ? open(sale.sale()) : lines(sale, refund);
    Money amount = atMost(refund.total(), sale.sale(), lines);
    refunds.begin(key, origin(refund), amount);
    String once = "refund-" + key.storeId() + "-" + refund.id();
    String caseId = aftersales.refund(sale.shop(), key.orderId(), lines, amount, once);
    refunds.inChannel(key, origin(refund), caseId, amount);
    return Aftermath.NOTHING;
  }

  /**
   * Units that were taken out of the order before they left are cancelled. The channel takes no key
   * for that: a case of the seller's that nothing is known of is the one whose answer was lost.
   */
  private CarryOnce.Deed<String> cancellation(
      PlacedSale sale, StoreRefund refund, List<CarriedRefund> known) {
    OrderLink.Key key = sale.link().key();
    Set<String> cases =
        known.stream().map(CarriedRefund::originId).collect(Collectors.toUnmodifiableSet());
    return new CarryOnce.Deed<>(
        key,
        origin(refund),
        refund.total(),
        aftersales.writeHorizon(),
        () ->
            aftersales.of(sale.shop(), key.orderId()).stream()
                .filter(one -> one.kind() == Kind.CANCELLATION && one.bySeller())
                .map(AftersaleCase::id)
                .filter(id -> !cases.contains(id))
                .findFirst(),
        () -> aftersales.cancelLines(sale.shop(), key.orderId(), lines(sale, refund)),
        caseId -> refunds.inChannel(key, origin(refund), caseId, refund.total()));
  }

  private static List<String> open(ChannelSale sale) {
    return sale.order().lines().stream()
        .filter(line -> line.status() != OrderStatus.CANCELLED)
        .map(ChannelOrder.Line::id)
        .toList();
  }

  /** The channel's lines, one a unit, of the units of the store's. */
  private List<String> lines(PlacedSale sale, StoreRefund refund) {
    Map<String, String> storeLines = links.lines(sale.link().key());
    Map<String, Integer> left = new HashMap<>(refund.units());
    List<String> lines = new ArrayList<>();
    for (String line : open(sale.sale())) {
      String storeLine = storeLines.getOrDefault(line, "");
      if (left.getOrDefault(storeLine, 0) > 0) {
        left.merge(storeLine, -1, Integer::sum);
        lines.add(line);
      }
    }
    return lines;
  }

  private static Money atMost(Money refunded, ChannelSale sale, List<String> lines) {
    BigDecimal paid =
        sale.units().stream()
            .filter(unit -> lines.contains(unit.lineId()))
            .map(unit -> unit.paid().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(refunded.amount().min(paid), sale.payment().currency()).rounded();
  }
}
