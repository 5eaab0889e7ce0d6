package dev.storebridge.sync.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderCopy;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.mapping.Completeness;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderCensusTest {

  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

  private final OrderCensus census = new OrderCensus();

  private static ChannelSale sale(String id) {
    Money nothing = pounds("0");
    ChannelOrder order =
        new ChannelOrder(
            id,
            OrderStatus.AWAITING_SHIPMENT,
            "AWAITING_SHIPMENT",
            NOW,
            NOW,
            Optional.empty(),
            "",
            ChannelOrder.Shipper.MERCHANT,
            ChannelOrder.Purpose.SALE,
            List.of());
    ChannelSale.Payment payment =
        new ChannelSale.Payment(
            nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing);
    return new ChannelSale(
        order, payment, List.of(), Optional.empty(), "", "", false, true, Optional.empty());
  }

  private static Money pounds(String amount) {
    return Money.of(amount, "GBP");
  }

  private static OrderCopy copy(String id, String of, int second, boolean cancelled) {
    Instant at = NOW.plusSeconds(second);
    return new OrderCopy(id, of, at, at, cancelled, pounds("10.00"));
  }

  @Test
  void bothSidesAreCountedAndWhatTheStoreLacksIsNamed() {
    census.expect(sale("1"), pounds("10.00"));
    census.expect(sale("2"), pounds("5.50"));
    census.found(List.of(copy("a", "1", 0, false), copy("x", "somebody", 0, false)));
    Completeness count = census.count(NOW);
    assertThat(count.channel()).isEqualTo(new Completeness.Side(2, new BigDecimal("15.50")));
    assertThat(count.store()).isEqualTo(new Completeness.Side(1, new BigDecimal("10.00")));
    assertThat(count.missing()).containsExactly("2");
    assertThat(census.doubled()).isEmpty();
  }

  @Test
  void aCopyThatWasCalledOffIsNone() {
    census.expect(sale("1"), pounds("10.00"));
    census.found(List.of(copy("a", "1", 0, true)));
    assertThat(census.count(NOW).missing()).containsExactly("1");
  }

  @Test
  void aCopyThatIsListedTwiceIsOne() {
    census.expect(sale("1"), pounds("10.00"));
    census.found(List.of(copy("a", "1", 0, false)));
    census.found(List.of(copy("a", "1", 0, false)));
    assertThat(census.count(NOW).store().count()).isEqualTo(1);
    assertThat(census.doubled()).isEmpty();
  }

  @Test
  void copiesOfOneOrderAreDoubledOldestFirst() {
    census.expect(sale("1"), pounds("10.00"));
    census.found(List.of(copy("b", "1", 9, false), copy("a", "1", 2, false)));
    OrderCensus.Doubled doubled = census.doubled().getFirst();
    assertThat(doubled.copies()).extracting(OrderCopy::id).containsExactly("a", "b");
    assertThat(doubled.others(Optional.of("b"))).extracting(OrderCopy::id).containsExactly("a");
    assertThat(doubled.others(Optional.of("gone"))).extracting(OrderCopy::id).containsExactly("b");
    assertThat(doubled.others(Optional.empty())).extracting(OrderCopy::id).containsExactly("b");
    assertThat(doubled.takesStock()).isTrue();
  }
}
