package dev.storebridge.sandbox.tiktok;

import dev.storebridge.sandbox.tiktok.AftersaleCase.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What buyers ask for after they bought, and what sellers answer in Seller Center. */
public final class AftersaleActs {

  private final World world;
  private final Buyers buyers;
  private final Aftersales aftersales;

  AftersaleActs(World world, Buyers buyers, Aftersales aftersales) {
    this.world = world;
    this.buyers = buyers;
    this.aftersales = aftersales;
  }

  /** The buyer asks the seller to cancel, as is needed after the buyer's hour. */
  public void askToCancel(String shopId, String orderId) {
    buyers.change(
        shopId,
        orderId,
        order -> {
          Buyers.need(order, order.state == OrderState.AWAITING_SHIPMENT && !order.cancelRequested);
          order.cancelRequested = true;
          order.updateTime = world.now();
          aftersales.askToCancel(world.shops().withId(shopId), order);
        });
  }

  /**
   * The buyer asks for money back, with or without sending the goods back.
   *
   * @param lineIds none for all
   * @param amount empty for all that was paid for them
   * @return the case's id
   */
  public String askForRefund(
      String shopId,
      String orderId,
      List<String> lineIds,
      boolean sendsBack,
      Optional<BigDecimal> amount) {
    Shop shop = world.shops().withId(shopId);
    synchronized (shop) {
      Order order = Buyers.order(shop, orderId);
      boolean left =
          order.state == OrderState.IN_TRANSIT
              || order.state == OrderState.DELIVERED
              || order.state == OrderState.AWAITING_COLLECTION;
      Buyers.need(order, left);
      Kind kind = sendsBack ? Kind.RETURN_AND_REFUND : Kind.REFUND;
      String reason = "buyer_return_reason_damaged";
      List<OrderLine> lines = order.open(lineIds);
      return aftersales.askForRefund(shop, order, lines, kind, "BUYER", reason, amount).id;
    }
  }

  /** The case gets on: the seller agrees, the goods travel back and arrive, the money is sent. */
  public void next(String shopId, String caseId) {
    Shop shop = world.shops().withId(shopId);
    AftersaleCase one = openCase(shop, caseId);
    if (one.kind.cancellation()) {
      aftersales.become(shop, one, AftersaleCase.CANCEL_DONE);
      buyers.callOff(shop, one);
      return;
    }
    boolean travels = one.kind == Kind.RETURN_AND_REFUND;
    aftersales.become(
        shop,
        one,
        switch (one.status) {
          case AftersaleCase.RETURN_PENDING ->
              travels ? AftersaleCase.RETURN_AWAITED : AftersaleCase.RETURN_DONE;
          case AftersaleCase.RETURN_AWAITED -> AftersaleCase.RETURN_SENT;
          default -> AftersaleCase.RETURN_DONE;
        });
  }

  /** The seller refuses, or the buyer thinks better of it. */
  public void end(String shopId, String caseId) {
    Shop shop = world.shops().withId(shopId);
    AftersaleCase one = openCase(shop, caseId);
    boolean cancellation = one.kind.cancellation();
    aftersales.become(
        shop, one, cancellation ? AftersaleCase.CANCEL_WITHDRAWN : AftersaleCase.RETURN_REFUSED);
    if (cancellation) {
      buyers.change(shopId, one.order.id, order -> order.cancelRequested = false);
    }
  }

  private static AftersaleCase openCase(Shop shop, String caseId) {
    synchronized (shop) {
      AftersaleCase one = shop.cases.get(caseId);
      if (one == null || !one.open()) {
        throw new IllegalArgumentException("No open case " + caseId);
      }
      return one;
    }
  }
}
