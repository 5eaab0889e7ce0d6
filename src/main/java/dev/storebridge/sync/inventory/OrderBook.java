package dev.storebridge.sync.inventory;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelOrder.Goods;
import dev.storebridge.mapping.Offers;
import dev.storebridge.mapping.Offers.Linked;
import dev.storebridge.mapping.StockHold;
import dev.storebridge.mapping.StockHold.Key;
import dev.storebridge.mapping.StockHold.State;
import dev.storebridge.mapping.StockLedger;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.sync.inventory.OrderHolds.Entry;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Enters orders into the stock ledger and marks, in the same transaction, the products they touch.
 */
@ApplicationScoped
public class OrderBook {

  private final StockLedger ledger;
  private final Offers offers;
  private final OrdersToImport imports;
  private final Marks marks;
  private final Transactions transactions;
  private final WakeUps wakeUps;
  private final Clock clock;

  OrderBook(
      StockLedger ledger,
      Offers offers,
      OrdersToImport imports,
      Marks marks,
      Transactions transactions,
      WakeUps wakeUps,
      Clock clock) {
    this.ledger = ledger;
    this.offers = offers;
    this.imports = imports;
    this.marks = marks;
    this.transactions = transactions;
    this.wakeUps = wakeUps;
    this.clock = clock;
  }

  /** Enters what is new or has changed; an order that was entered as it is changes nothing. */
  void enter(ShopAccount shop, List<ChannelOrder> orders) {
    if (orders.isEmpty()) {
      return;
    }
    boolean changed = transactions.call(() -> entered(shop, orders));
    if (changed) {
      wakeUps.send(new WakeUp(shop.storeId()));
    }
  }

  private boolean entered(ShopAccount shop, List<ChannelOrder> orders) {
    Instant now = clock.instant();
    Entry entry = new Entry(ledger.next(shop.storeId()), now);
    List<StockHold> changes =
        changes(shop, orders, entry).values().stream().flatMap(Collection::stream).toList();
    ledger.write(changes);
    return mark(shop.storeId(), changes, now);
  }

  private boolean mark(String storeId, List<StockHold> changes, Instant now) {
    Set<String> products =
        changes.stream()
            .map(StockHold::productId)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet());
    marks.mark(storeId, MarkKind.PRODUCT, products, Urgency.STOCK, now);
    return !products.isEmpty();
  }

  /** Those of these orders of which the ledger does not know all. */
  List<ChannelOrder> news(ShopAccount shop, List<ChannelOrder> orders) {
    Entry none = new Entry(0, clock.instant());
    Map<String, List<StockHold>> changes = transactions.call(() -> changes(shop, orders, none));
    return orders.stream().filter(order -> !changes.get(order.id()).isEmpty()).toList();
  }

  private Map<String, List<StockHold>> changes(
      ShopAccount shop, List<ChannelOrder> orders, Entry entry) {
    List<String> ids = orders.stream().map(ChannelOrder::id).toList();
    Map<Key, StockHold> known =
        ledger.ofOrders(shop.storeId(), shop.id(), ids).stream()
            .collect(Collectors.toMap(StockHold::key, Function.identity()));
    Map<String, Linked> links =
        offers.linked(shop.storeId(), shop.connectionId(), offerIds(orders));
    OrderHolds holds = new OrderHolds(shop, imports.of(shop));
    return orders.stream()
        .collect(
            Collectors.toMap(
                ChannelOrder::id,
                order -> holds.changes(order, known, links, entry),
                (one, same) -> one));
  }

  private static Set<String> offerIds(List<ChannelOrder> orders) {
    return orders.stream()
        .flatMap(order -> order.lines().stream())
        .flatMap(line -> line.goods().stream())
        .map(Goods::offerId)
        .collect(Collectors.toSet());
  }

  /**
   * The store has taken units of an order out of its own stock, and has answered so: they count no
   * more as sold beside it. To be called in the transaction that binds the store's order; whoever
   * calls wakes the store's lane afterwards.
   *
   * @param lineIds the lines that the store's order holds
   */
  public void knownToTheStore(ShopAccount shop, String orderId, Set<String> lineIds) {
    Instant now = clock.instant();
    long seq = ledger.next(shop.storeId());
    List<StockHold> changes =
        ledger.ofOrders(shop.storeId(), shop.id(), List.of(orderId)).stream()
            .filter(hold -> lineIds.contains(hold.key().lineId()))
            .filter(hold -> hold.state().compareTo(State.KNOWN) < 0)
            .map(hold -> hold.become(State.KNOWN, hold.backAt(), Optional.of(now), seq))
            .toList();
    ledger.write(changes);
    mark(shop.storeId(), changes, now);
  }
}
