package dev.storebridge.sync.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelOrder.Goods;
import dev.storebridge.commerce.ChannelOrder.Line;
import dev.storebridge.commerce.ChannelOrder.Purpose;
import dev.storebridge.commerce.ChannelOrder.Shipper;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.mapping.Offers.Linked;
import dev.storebridge.mapping.StockHold;
import dev.storebridge.mapping.StockHold.Key;
import dev.storebridge.mapping.StockHold.State;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.sync.inventory.OrderHolds.Entry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderHoldsTest {

  private static final Instant SOLD = Instant.parse("2026-11-26T10:00:00Z");
  private static final Instant NOW = SOLD.plusSeconds(60);
  private static final ShopAccount SHOP =
      new ShopAccount("shop", "t", "s", "c", "GB", Limits.CHOSEN_BY_US);

  private final Map<Key, StockHold> ledger = new HashMap<>();
  private boolean imported = true;
  private long seq;

  private List<StockHold> book(ChannelOrder order, Map<String, Linked> links) {
    List<StockHold> changes =
        new OrderHolds(SHOP, any -> imported).changes(order, ledger, links, new Entry(++seq, NOW));
    changes.forEach(hold -> ledger.put(hold.key(), hold));
    return changes;
  }

  private List<StockHold> book(OrderStatus status) {
    return book(order(status, Shipper.MERCHANT), Map.of("o", new Linked("p", "v")));
  }

  private static ChannelOrder order(OrderStatus status, Shipper shipper) {
    Optional<Instant> cancelled =
        status == OrderStatus.CANCELLED ? Optional.of(SOLD.plusSeconds(30)) : Optional.empty();
    Line line = new Line("l", status, status.name(), false, List.of(new Goods("g", "o", "sku", 2)));
    return new ChannelOrder(
        "1",
        status,
        status.name(),
        SOLD,
        SOLD,
        cancelled,
        "w",
        shipper,
        Purpose.SALE,
        List.of(line));
  }

  private State state() {
    return ledger.values().iterator().next().state();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"CANCELLED", "IN_TRANSIT", "DELIVERED", "COMPLETED"},
      mode = EnumSource.Mode.EXCLUDE)
  void anOrderIsHeldOnceWhateverItsState(OrderStatus status) {
    assertThat(book(status)).singleElement().extracting(StockHold::units).isEqualTo(2);
    assertThat(state()).isEqualTo(State.HELD);
    assertThat(book(status)).as("the same again").isEmpty();
    assertThat(ledger).hasSize(1);
  }

  @Test
  void whatTheChannelSendsFromItsOwnWarehousesIsNotOurs() {
    assertThat(book(order(OrderStatus.ON_HOLD, Shipper.CHANNEL), Map.of())).isEmpty();
  }

  @Test
  void aCancelledOrderIsReleasedForGoodEvenIfAnOlderReadingComesLater() {
    book(OrderStatus.UNPAID);
    book(OrderStatus.CANCELLED);
    assertThat(state()).isEqualTo(State.RELEASED);
    assertThat(book(OrderStatus.ON_HOLD)).isEmpty();
    assertThat(state()).isEqualTo(State.RELEASED);
  }

  @Test
  void goodsThatLeftStayHeldUntilTheStoreIsToldWhereOrdersAreImported() {
    book(OrderStatus.IN_TRANSIT);
    assertThat(state()).isEqualTo(State.HELD);
  }

  @Test
  void goodsThatLeftAreTheStoresOwnBusinessWhereOrdersAreNotImported() {
    imported = false;
    book(OrderStatus.AWAITING_SHIPMENT);
    assertThat(state()).isEqualTo(State.HELD);
    book(OrderStatus.DELIVERED);
    assertThat(state()).isEqualTo(State.LEFT);
  }

  @Test
  void anOfferWithoutAProductIsLinkedOnceItHasOne() {
    book(order(OrderStatus.UNPAID, Shipper.MERCHANT), Map.of());
    assertThat(ledger.values()).extracting(StockHold::productId).containsExactly("");
    book(OrderStatus.UNPAID);
    assertThat(ledger.values()).extracting(StockHold::productId).containsExactly("p");
  }
}
