package dev.storebridge.sync.inventory;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelOrder.Goods;
import dev.storebridge.commerce.ChannelOrder.Line;
import dev.storebridge.commerce.ChannelOrder.Shipper;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.mapping.Offers.Linked;
import dev.storebridge.mapping.StockHold;
import dev.storebridge.mapping.StockHold.Key;
import dev.storebridge.mapping.StockHold.State;
import dev.storebridge.platform.ShopAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an order, as its channel has it now, makes of the ledger. A state never goes back, so that
 * readings may come twice and in any order. Pure.
 */
final class OrderHolds {

  private final ShopAccount shop;
  private final Predicate<ChannelOrder> imported;

  /**
   * @param imported whether an order is going to be placed in the store, which then takes the units
   *     out of its own stock
   */
  OrderHolds(ShopAccount shop, Predicate<ChannelOrder> imported) {
    this.shop = shop;
    this.imported = imported;
  }

  /** A place in the ledger, and when it was taken. */
  record Entry(long seq, Instant at) {}

  /**
   * The entries that change; what goes out of the channel's own warehouses is no stock of ours.
   *
   * @param known what the ledger has of the order, by key
   * @param links by offer id
   * @param entry where and when they enter the ledger
   */
  List<StockHold> changes(
      ChannelOrder order, Map<Key, StockHold> known, Map<String, Linked> links, Entry entry) {
    List<StockHold> changes = new ArrayList<>();
    if (order.shipper() == Shipper.MERCHANT) {
      for (Line line : order.lines()) {
        for (Goods goods : line.goods()) {
          change(order, line, goods, known, links.get(goods.offerId()), entry)
              .ifPresent(changes::add);
        }
      }
    }
    return changes;
  }

  private Optional<StockHold> change(
      ChannelOrder order,
      Line line,
      Goods goods,
      Map<Key, StockHold> known,
      Linked link,
      Entry entry) {
    Key key = new Key(shop.storeId(), shop.id(), order.id(), line.id(), goods.offerId());
    Optional<StockHold> before = Optional.ofNullable(known.get(key));
    StockHold hold = before.orElseGet(() -> sold(key, order, goods, entry.seq()));
    if (hold.productId().isEmpty() && link != null) {
      hold = hold.linked(link.productId(), link.variantId());
    }
    State next = latest(hold.state(), state(order, line));
    if (next != hold.state()) {
      hold = moved(hold, next, order, entry);
    }
    return before.filter(hold::equals).isPresent() ? Optional.empty() : Optional.of(hold);
  }

  private static StockHold moved(StockHold hold, State next, ChannelOrder order, Entry entry) {
    Optional<Instant> back =
        next == State.RELEASED ? Optional.of(earliestBack(order)) : Optional.empty();
    Optional<Instant> known = next == State.LEFT ? Optional.of(entry.at()) : hold.knownAt();
    return hold.become(next, back, known, entry.seq());
  }

  private StockHold sold(Key key, ChannelOrder order, Goods goods, long seq) {
    return new StockHold(
        key,
        shop.connectionId(),
        "",
        "",
        order.warehouseId(),
        goods.units(),
        State.HELD,
        order.createdAt(),
        seq,
        Optional.empty(),
        seq,
        Optional.empty());
  }

  private State state(ChannelOrder order, Line line) {
    if (order.status() == OrderStatus.CANCELLED || line.status() == OrderStatus.CANCELLED) {
      return State.RELEASED;
    }
    boolean left = order.status().left() || line.status().left();
    return left && !imported.test(order) ? State.LEFT : State.HELD;
  }

  /** One line of several may have been called off long before the order was. */
  private static Instant earliestBack(ChannelOrder order) {
    return order.lines().size() == 1
        ? order.cancelledAt().orElse(order.createdAt())
        : order.createdAt();
  }

  private static State latest(State one, State other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
