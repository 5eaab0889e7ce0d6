package dev.storebridge.sync.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.mapping.OrderLink.Stage;
import dev.storebridge.tenant.AftersaleRules.Direction;
import org.junit.jupiter.api.Test;

class WishTest {

  private static Wish of(OrderStatus status, Stage stage) {
    return Wish.of(status, stage, true, Direction.TO_STORE);
  }

  @Test
  void anUnpaidOrderNeverReachesTheStore() {
    assertThat(of(OrderStatus.UNPAID, Stage.WAITING)).isEqualTo(Wish.NOTHING);
  }

  @Test
  void whileTheBuyerMayCancelTheStoreReservesWhereItCan() {
    assertThat(of(OrderStatus.ON_HOLD, Stage.WAITING)).isEqualTo(Wish.RESERVE);
    assertThat(Wish.of(OrderStatus.ON_HOLD, Stage.WAITING, false, Direction.BOTH))
        .isEqualTo(Wish.NOTHING);
    assertThat(of(OrderStatus.AWAITING_SHIPMENT, Stage.RESERVED)).isEqualTo(Wish.RELEASE);
  }

  @Test
  void anOrderIsPlacedOnceHoweverFarItIs() {
    for (OrderStatus status : OrderStatus.values()) {
      boolean beyond =
          status.compareTo(OrderStatus.AWAITING_SHIPMENT) >= 0
              && status.compareTo(OrderStatus.COMPLETED) <= 0;
      assertThat(of(status, Stage.WAITING) == Wish.PLACE).isEqualTo(beyond);
      assertThat(of(status, Stage.IMPORTED)).isNotIn(Wish.PLACE, Wish.RESERVE);
    }
  }

  @Test
  void aCancellationThatArrivesFirstLeavesNothing() {
    assertThat(of(OrderStatus.CANCELLED, Stage.WAITING)).isEqualTo(Wish.FORGET);
    assertThat(of(OrderStatus.AWAITING_SHIPMENT, Stage.CANCELLED))
        .as("told late")
        .isEqualTo(Wish.NOTHING);
  }

  @Test
  void aCancellationReachesTheStoreUnlessTheMerchantDoesNotWantIt() {
    assertThat(of(OrderStatus.CANCELLED, Stage.IMPORTED)).isEqualTo(Wish.CALL_OFF);
    assertThat(of(OrderStatus.CANCELLED, Stage.RESERVED)).isEqualTo(Wish.CALL_OFF);
    assertThat(Wish.of(OrderStatus.CANCELLED, Stage.IMPORTED, true, Direction.NONE))
        .isEqualTo(Wish.NOTHING);
  }
}
