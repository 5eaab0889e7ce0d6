package dev.storebridge.sync.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.platform.Explanation;
import dev.storebridge.sync.fulfilment.OrderClock.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderClockTest {

  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

  private final OrderClock clock =
      new OrderClock(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofHours(12));

  private static ChannelSale sale(OrderStatus status, boolean channelCarries, Instant shipBy) {
    Money none = Money.of("0", "GBP");
    ChannelOrder order =
        new ChannelOrder(
            "1",
            status,
            status.name(),
            NOW,
            NOW,
            Optional.empty(),
            "",
            ChannelOrder.Shipper.MERCHANT,
            ChannelOrder.Purpose.SALE,
            List.of());
    return new ChannelSale(
        order,
        new ChannelSale.Payment(none, none, none, none, none, none, none, none),
        List.of(),
        Optional.empty(),
        "",
        "",
        channelCarries,
        true,
        Optional.of(shipBy));
  }

  private Reading in(Duration left) {
    return clock.read(sale(OrderStatus.AWAITING_SHIPMENT, false, NOW.plus(left)));
  }

  @Test
  void withTimeEnoughItIsLookedAtAgainWhenTheWarningIsDue() {
    assertThat(in(Duration.ofHours(20)).warning()).isEmpty();
    assertThat(in(Duration.ofHours(20)).again()).contains(NOW.plus(Duration.ofHours(8)));
  }

  @Test
  void shortBeforeTheEndItWarnsAndLooksAgainAtTheEnd() {
    Reading reading = in(Duration.ofHours(3));
    assertThat(reading.warning()).map(Explanation::code).contains("ship-by-soon");
    assertThat(reading.again()).contains(NOW.plus(Duration.ofHours(3)));
  }

  @Test
  void afterTheEndItSaysSoAndLooksNoMore() {
    Reading reading = in(Duration.ofHours(-1));
    assertThat(reading.warning()).map(Explanation::code).contains("ship-by-passed");
    assertThat(reading.again()).isEmpty();
  }

  @Test
  void whatHasLeftOrIsTheChannelsToSendIsInNoHurry() {
    Instant soon = NOW.plus(Duration.ofHours(1));
    for (OrderStatus status : OrderStatus.values()) {
      boolean waits =
          status == OrderStatus.AWAITING_SHIPMENT || status == OrderStatus.PARTIALLY_SHIPPED;
      assertThat(clock.read(sale(status, false, soon)).warning().isPresent())
          .as(status.name())
          .isEqualTo(waits);
      assertThat(clock.read(sale(status, true, soon)).warning()).isEmpty();
    }
  }
}
