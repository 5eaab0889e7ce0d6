package dev.storebridge.sync.aftersale;

import dev.storebridge.commerce.AftersaleCase;
import dev.storebridge.commerce.AftersaleCase.Kind;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.commerce.RefundDraft;
import dev.storebridge.commerce.StoreRefund;
import dev.storebridge.mapping.CarriedRefunds;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.mapping.OrderLinks;
import dev.storebridge.platform.Aftersales;
import dev.storebridge.platform.Explanation;
import dev.storebridge.sync.order.draft.RefundComposer;
import dev.storebridge.tenant.AftersaleRules;
import dev.storebridge.tenant.AftersaleRules.Direction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What buyers and the channel decided about an order: money that went back is written down in the
 * store, goods that never left go back into stock, and what waits for the merchant is said in time.
 */
@ApplicationScoped
class ChannelCases {

  private final Aftersales aftersales;
  private final OrderLinks links;
  private final CarriedRefunds refunds;
  private final CarryOnce carrying;

  ChannelCases(
      Aftersales aftersales, OrderLinks links, CarriedRefunds refunds, CarryOnce carrying) {
    this.aftersales = aftersales;
    this.links = links;
    this.refunds = refunds;
    this.carrying = carrying;
  }

  /**
   * What a look at the cases brought.
   *
   * @param settled whether none of them needs another look before it changes
   */
  record Look(Aftermath aftermath, boolean settled) {}

  Look carry(PlacedSale sale) {
    List<AftersaleCase> cases = aftersales.of(sale.shop(), sale.link().key().orderId());
    Map<String, String> lines = links.lines(sale.link().key());
    Aftermath math = Aftermath.NOTHING;
    boolean settled = true;
    for (AftersaleCase one : cases) {
      switch (one.state()) {
        case ASKED, RUNNING -> {
          settled = false;
          math = one.answerBy().map(until -> math(one, until)).orElse(Aftermath.NOTHING).and(math);
        }
        case DONE -> {
          if (carried(one, sale)) {
            math = math.and(refund(sale, one, lines));
          }
        }
        case ENDED, UNKNOWN -> {}
      }
    }
    return new Look(math, settled && math.again().isEmpty());
  }

  /** An order that is cancelled as a whole is called off there too, and not refunded. */
  private static boolean carried(AftersaleCase one, PlacedSale sale) {
    AftersaleRules rules = sale.rules().aftersale();
    Direction wanted = one.kind() == Kind.CANCELLATION ? rules.cancellations() : rules.refunds();
    return wanted != Direction.NONE && !over(sale);
  }

  private static boolean over(PlacedSale sale) {
    return sale.sale().order().status() == OrderStatus.CANCELLED || sale.progress().cancelled();
  }

  private Aftermath refund(PlacedSale sale, AftersaleCase one, Map<String, String> lines) {
    Optional<RefundDraft> draft =
        new RefundComposer(sale.rules().orders().total()).compose(sale.sale(), one, lines);
    return draft
        .map(wanted -> carrying.carry(deed(sale, one.id(), wanted)))
        .orElse(Aftermath.NOTHING);
  }

  private CarryOnce.Deed<StoreRefund> deed(PlacedSale sale, String caseId, RefundDraft draft) {
    OrderLink.Key key = sale.link().key();
    return new CarryOnce.Deed<>(
        key,
        caseId,
        draft.total(),
        sale.orders().writeHorizon(),
        () ->
            sale.orders().refunds(sale.store(), sale.storeOrderId()).stream()
                .filter(refund -> refund.carries(draft.reference()))
                .findFirst(),
        () -> sale.orders().refund(sale.store(), sale.storeOrderId(), draft),
        made -> refunds.inStore(key, caseId, made.id(), made.total()));
  }

  private static Aftermath math(AftersaleCase one, Instant until) {
    String by = until.truncatedTo(ChronoUnit.MINUTES).toString();
    return Aftermath.saying(
        switch (one.kind()) {
          case CANCELLATION ->
              Explanation.of(
                  "buyer-asks-to-cancel",
                  "The buyer asks to cancel the order; TikTok Shop waits for an answer until "
                      + by
                      + ".",
                  "",
                  "Cancel the order in the store to agree, or refuse in Seller Center and ship.");
          case REFUND, RETURN, REPLACEMENT ->
              Explanation.of(
                  "return-waits",
                  "TikTok Shop waits for the seller's answer to a "
                      + (one.kind() == Kind.RETURN ? "return" : "refund request")
                      + " until "
                      + by
                      + ", and decides alone after it.",
                  "",
                  "Answer it in Seller Center.");
        });
  }
}
