package dev.storebridge.sync.aftersale;

import dev.storebridge.mapping.OrderLink.Hint;
import dev.storebridge.mapping.OrderLinks;
import jakarta.enterprise.context.ApplicationScoped;

/** Brings both sides in line about what was cancelled, returned and refunded. */
@ApplicationScoped
public class FollowSale {

  private final CancelledInStore cancelled;
  private final ChannelCases cases;
  private final RefundedInStore refunded;
  private final OrderLinks links;

  FollowSale(
      CancelledInStore cancelled, ChannelCases cases, RefundedInStore refunded, OrderLinks links) {
    this.cancelled = cancelled;
    this.cases = cases;
    this.refunded = refunded;
    this.links = links;
  }

  /**
   * Carries over what the other side does not know.
   *
   * @throws dev.storebridge.platform.PlatformException when a side refuses or cannot be asked
   */
  public Aftermath follow(PlacedSale sale) {
    Aftermath math = sale.progress().cancelled() ? cancelled.tell(sale) : Aftermath.NOTHING;
    if (sale.progress().refunded() && !sale.progress().cancelled()) {
      math = math.and(refunded.tell(sale));
    }
    return sale.link().hints().cases().isEmpty() ? math : math.and(lookAtCases(sale));
  }

  /** As long as a case is open its state is looked at each time: what is said of it stays true. */
  private Aftermath lookAtCases(PlacedSale sale) {
    ChannelCases.Look look = cases.carry(sale);
    if (look.settled()) {
      links.heeded(sale.link().key(), Hint.CASES, sale.link().hints().cases().orElseThrow());
    }
    return look.aftermath();
  }
}
