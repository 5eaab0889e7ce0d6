package dev.storebridge.sync.order;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.mapping.OrderLink.Stage;
import dev.storebridge.platform.StoreOrders;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.OrderRules;

/** Which orders of a channel have to be in the store. Pure. */
public final class ExpectedOrders {

  private ExpectedOrders() {}

  public static boolean inStore(ChannelOrder order, ConnectionRules rules, StoreOrders orders) {
    return switch (wish(order, rules, orders)) {
      case PLACE, RESERVE -> true;
      case NOTHING, RELEASE, CALL_OFF, FORGET -> false;
    };
  }

  private static Wish wish(ChannelOrder order, ConnectionRules rules, StoreOrders orders) {
    boolean reserves = reserves(rules, orders);
    return Wish.of(order.status(), Stage.WAITING, reserves, rules.aftersale().cancellations());
  }

  /** Whether the store holds goods for orders that may still be cancelled. */
  static boolean reserves(ConnectionRules rules, StoreOrders orders) {
    return rules.orders().onHold() == OrderRules.OnHold.RESERVE && orders.canHold();
  }
}
