package dev.storebridge.sync.aftersale;

import dev.storebridge.mapping.OrderHints;
import dev.storebridge.mapping.OrderLink.Hint;
import jakarta.enterprise.context.ApplicationScoped;

/** Brings both sides in line about what was cancelled, returned and refunded. */
@ApplicationScoped
public class FollowSale {

  private final CancelledInStore cancelled;
  private final ChannelCases cases;
  private final RefundedInStore refunded;
  private final OrderHints hints;

  FollowSale(
      CancelledInStore cancelled, ChannelCases cases, RefundedInStore refunded, OrderHints hints) {
    this.cancelled = cancelled;
    this.cases = cases;
    this.refunded = refunded;
    this.hints = hints;
  }

  /**
   * Carries over what the other side does not know. While the end of something that goes to the
   * channel is not known, its cases are not looked at: one of them may be ours, and would come
   * back.
   *
   * @throws dev.storebridge.platform.PlatformException when a side refuses or cannot be asked
   */
  public Aftermath follow(PlacedSale sale) {
    Aftermath math = sale.progress().cancelled() ? cancelled.tell(sale) : Aftermath.NOTHING;
    if (sale.progress().refunded() && !sale.progress().cancelled()) {
      math = math.and(refunded.tell(sale));
    }
    boolean onItsWay = math.again().isPresent();
    return sale.link().hints().cases().isEmpty() || onItsWay ? math : math.and(lookAtCases(sale));
  }

  /** As long as a case is open its state is looked at each time: what is said of it stays true. */
  private Aftermath lookAtCases(PlacedSale sale) {
    ChannelCases.Look look = cases.carry(sale);
    if (look.settled()) {
      hints.heeded(sale.link().key(), Hint.CASES, sale.link().hints().cases().orElseThrow());
    }
    return look.aftermath();
  }
}
