package dev.storebridge.sync.order;

import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.commerce.StoreOrder;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.mapping.OrderLink.Stage;
import dev.storebridge.mapping.OrderLinks;
import dev.storebridge.sync.inventory.OrderBook;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Binds an order of a store to the order of the channel, and in the same transaction enters into
 * the stock ledger that the store took the goods out of its own stock.
 */
@ApplicationScoped
class BindOrder {

  private final OrderLinks links;
  private final OrderBook book;
  private final Transactions transactions;
  private final WakeUps wakeUps;

  BindOrder(OrderLinks links, OrderBook book, Transactions transactions, WakeUps wakeUps) {
    this.links = links;
    this.book = book;
    this.transactions = transactions;
    this.wakeUps = wakeUps;
  }

  /** Binds the order that we placed. */
  Placing bind(Placing placing, OrderDraft draft, StoreOrder order) {
    return bind(placing, draft, order, Optional.of(draft.total()));
  }

  /** Binds the order that another connector placed: its total is by its rules, not by ours. */
  Placing adopt(Placing placing, OrderDraft draft, StoreOrder order) {
    return bind(placing, draft, order, Optional.empty());
  }

  private Placing bind(
      Placing placing, OrderDraft draft, StoreOrder order, Optional<Money> expected) {
    OrderLink.Key key = placing.link().key();
    Stage stage = draft.held() ? Stage.RESERVED : Stage.IMPORTED;
    Map<String, String> lines = new HashMap<>();
    order.lines().forEach(line -> line.channelLineIds().forEach(id -> lines.put(id, line.id())));
    transactions.run(
        () -> {
          links.bind(key, order.id(), order.total(), stage, lines);
          if (draft.takesStock()) {
            book.knownToTheStore(placing.shop(), key.orderId(), taken(draft));
          }
        });
    wakeUps.send(new WakeUp(key.storeId()));
    return placing.with(placing.link().bound(order.id(), expected, order.total(), stage));
  }

  /** The channel's lines of which the store counts the stock. */
  private static Set<String> taken(OrderDraft draft) {
    Set<String> taken = new HashSet<>();
    draft.lines().stream()
        .filter(line -> line.item().isPresent())
        .forEach(line -> taken.addAll(line.channelLineIds()));
    return taken;
  }
}
