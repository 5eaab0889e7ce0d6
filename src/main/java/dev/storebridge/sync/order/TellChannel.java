package dev.storebridge.sync.order;

import dev.storebridge.mapping.OrderLink;
import dev.storebridge.mapping.OrderLink.Told;
import dev.storebridge.mapping.OrderLinks;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.StoreOrderReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Tells the channel which order of the store its order became, so that no other connector places it
 * again. An app that lacks the scope for it loses that protection and nothing else.
 */
@ApplicationScoped
class TellChannel {

  private static final Logger LOG = Logger.getLogger(TellChannel.class);
  private static final Set<Failure> PASSING =
      Set.of(Failure.RETRY_LATER, Failure.SLOW_DOWN, Failure.WAIT_UNTIL, Failure.REFRESH_TOKEN);

  private final Channel channel;
  private final OrderLinks links;

  TellChannel(Channel channel, OrderLinks links) {
    this.channel = channel;
    this.links = links;
  }

  /**
   * @throws PlatformException when it may go well another time
   */
  void tell(Placing placing) {
    OrderLink link = placing.link();
    if (link.storeOrderId().isEmpty() || link.told() != Told.NOT_YET) {
      return;
    }
    Map<String, String> lines = links.lines(link.key());
    if (lines.isEmpty()) {
      links.told(link.key(), Told.REFUSED);
      return;
    }
    try {
      channel.tellStoreOrder(
          placing.shop(),
          link.key().orderId(),
          new StoreOrderReference(placing.store().platform(), link.storeOrderId().get(), lines));
      links.told(link.key(), Told.TOLD);
    } catch (PlatformException fault) {
      if (PASSING.contains(fault.failure())) {
        throw fault;
      }
      LOG.warnf(
          "Connection %s: TikTok Shop does not take the reference of order %s: %s",
          link.key().connectionId(), link.key().orderId(), fault.explanation().code());
      links.told(link.key(), Told.REFUSED);
    }
  }
}
