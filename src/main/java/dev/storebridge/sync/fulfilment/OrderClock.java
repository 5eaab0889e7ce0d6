package dev.storebridge.sync.fulfilment;

import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.platform.Explanation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says in time that an order has to leave: channels count parcels that are late. */
@ApplicationScoped
public class OrderClock {

  private final Clock clock;
  private final Duration before;

  public OrderClock(
      Clock clock,
      @ConfigProperty(name = "storebridge.orders.warn-before", defaultValue = "12h")
          Duration before) {
    this.clock = clock;
    this.before = before;
  }

  /**
   * What the time says of an order.
   *
   * @param warning empty while there is time enough
   * @param again when it has to be looked at for a warning
   */
  public record Reading(Optional<Explanation> warning, Optional<Instant> again) {

    private static final Reading NOTHING = new Reading(Optional.empty(), Optional.empty());
  }

  /** Goods that have left, and those that the channel sends, are in no hurry. */
  public Reading read(ChannelSale sale) {
    boolean waits =
        switch (sale.order().status()) {
          case AWAITING_SHIPMENT, PARTIALLY_SHIPPED -> true;
          case UNPAID,
              ON_HOLD,
              AWAITING_COLLECTION,
              IN_TRANSIT,
              DELIVERED,
              COMPLETED,
              CANCELLED,
              UNKNOWN ->
              false;
        };
    return waits && !sale.channelSends()
        ? sale.shipBy().map(this::read).orElse(Reading.NOTHING)
        : Reading.NOTHING;
  }

  private Reading read(Instant shipBy) {
    Instant now = clock.instant();
    Instant alarm = shipBy.minus(before);
    if (now.isBefore(alarm)) {
      return new Reading(Optional.empty(), Optional.of(alarm));
    }
    if (now.isBefore(shipBy)) {
      return new Reading(Optional.of(soon(shipBy)), Optional.of(shipBy));
    }
    return new Reading(Optional.of(late(shipBy)), Optional.empty());
  }

  private static Explanation soon(Instant shipBy) {
    return Explanation.of(
        "ship-by-soon",
        "TikTok Shop expects the goods to leave until " + minute(shipBy) + ".",
        "",
        "Send them and add the tracking number in the store.");
  }

  private static Explanation late(Instant shipBy) {
    return Explanation.of(
        "ship-by-passed",
        "The goods should have left until " + minute(shipBy) + "; TikTok Shop counts them as late.",
        "",
        "Send them and add the tracking number in the store, or cancel the order there.");
  }

  private static Instant minute(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES);
  }
}
