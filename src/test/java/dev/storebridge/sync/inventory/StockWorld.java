package dev.storebridge.sync.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.Stock;
import dev.storebridge.commerce.StockLevel;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.mapping.AppliedListing.Pushed;
import dev.storebridge.mapping.Offers.Linked;
import dev.storebridge.mapping.StockHold;
import dev.storebridge.mapping.StockHold.Key;
import dev.storebridge.mapping.StockHold.State;
import dev.storebridge.tenant.InventoryRules;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A store of two locations that feeds three shops, with everything that can happen in between. */
final class StockWorld {

  private static final InventoryRules ALL = new InventoryRules(Map.of(), 0, 100, 99_999, 100);
  private static final InventoryRules APART =
      new InventoryRules(Map.of("L1", "B1", "L2", "B2"), 0, 100, 99_999, 100);
  private static final InventoryRules HALF =
      new InventoryRules(Map.of("L1", "C1"), 1, 50, 99_999, 100);

  final List<SimulatedShop> shops =
      List.of(
          new SimulatedShop("A", ALL, true),
          new SimulatedShop("B", APART, true),
          new SimulatedShop("C", HALF, false));
  private final Map<String, Long> levels = new TreeMap<>(Map.of("L1", 12L, "L2", 7L));
  private final Map<String, Long> shelf = new TreeMap<>(levels);
  private final List<SimulatedOrder> orders = new ArrayList<>();
  private final List<ChannelOrder> readings = new ArrayList<>();
  private final Map<Key, StockHold> ledger = new LinkedHashMap<>();
  private final Map<String, InventoryRules> rules =
      shops.stream().collect(Collectors.toMap(shop -> shop.account.id(), shop -> shop.rules));
  private final Deque<Runnable> look = new ArrayDeque<>();
  private Instant now = Instant.parse("2026-11-26T10:00:00.100Z");
  private long seq;
  private boolean doubted;
  private boolean lost;
  private int pushes;

  private Stock stock() {
    return new Stock.Counted(
        levels.entrySet().stream()
            .map(level -> new StockLevel(level.getKey(), level.getValue()))
            .toList());
  }

  /** Does one of the things that can happen, if it can happen now. */
  void step(int choice) {
    int kind = choice % 14;
    int which = choice / 14;
    switch (kind) {
      case 0 -> buy(shops.get(which % 3), 1 + which / 3 % 3);
      case 1 -> pick(orders, which).ifPresent(order -> cancel(order, order.units));
      case 2 -> pick(orders, which).ifPresent(order -> cancel(order, 1));
      case 3 -> pick(orders, which).ifPresent(order -> readings.add(order.read()));
      case 4, 5 -> pick(readings, which).ifPresent(this::book);
      case 6 -> pick(orders, which).ifPresent(this::ship);
      case 7 -> edit(which % 2 == 0 ? "L1" : "L2", which / 2 % 5 - 2);
      case 8 -> pick(orders, which).ifPresent(this::reduce);
      case 9 -> pick(orders, which).ifPresent(this::confirm);
      case 10 -> pick(orders, which).ifPresent(this::restock);
      case 11, 12 -> advance(which % 7 == 0);
      default -> now = now.plusMillis(which % 6000);
    }
  }

  private static <T> Optional<T> pick(List<T> list, int which) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(which % list.size()));
  }

  private void buy(SimulatedShop shop, int units) {
    for (String warehouse : shop.warehouses()) {
      if (shop.available.get(warehouse) >= units) {
        shop.available.merge(warehouse, -units, Integer::sum);
        List<String> places = shop.locations(warehouse);
        String place = places.get(orders.size() % places.size());
        String id = "o" + orders.size();
        orders.add(new SimulatedOrder(id, shop, warehouse, place, theirs(), units));
        return;
      }
    }
  }

  /** The channel's clock is a second off, one way or the other, and tells whole seconds. */
  private Instant theirs() {
    return now.plusMillis(orders.size() % 2 == 0 ? 900 : -900).truncatedTo(ChronoUnit.SECONDS);
  }

  private void cancel(SimulatedOrder order, int most) {
    for (int line = 0; line < order.units && most > 0 && !order.shipped; line++) {
      if (order.cancelled.add(line)) {
        order.shop.available.merge(order.warehouse, 1, Integer::sum);
        order.cancelledAt = Optional.of(theirs());
        most--;
      }
    }
  }

  private void book(ChannelOrder reading) {
    SimulatedOrder order =
        orders.stream().filter(one -> one.id.equals(reading.id())).findFirst().orElseThrow();
    List<StockHold> changes =
        new OrderHolds(order.shop.account, any -> order.shop.imports)
            .changes(
                reading,
                ledger,
                Map.of(order.shop.offer(), new Linked("p", SimulatedShop.VARIANT)),
                new OrderHolds.Entry(++seq, now));
    changes.forEach(hold -> ledger.put(hold.key(), hold));
  }

  /** Who does not import counts what leaves the house. */
  private void ship(SimulatedOrder order) {
    if (!order.shipped && order.open() > 0) {
      order.shipped = true;
      if (!order.shop.imports) {
        take(order);
      }
    }
  }

  private void take(SimulatedOrder order) {
    order.reduced = order.open();
    levels.merge(order.location, (long) -order.reduced, Long::sum);
  }

  private void edit(String location, int units) {
    levels.merge(location, (long) units, Long::sum);
    shelf.merge(location, (long) units, Long::sum);
  }

  /** The store takes an order's units out; we do not know yet that it has. */
  private void reduce(SimulatedOrder order) {
    if (order.shop.imports && order.reduced == 0 && order.open() > 0 && known(order)) {
      for (int line = 0; line < order.units; line++) {
        if (!order.cancelled.contains(line)) {
          order.reducing.add(order.line(line));
        }
      }
      take(order);
    }
  }

  private boolean known(SimulatedOrder order) {
    return ledger.values().stream().anyMatch(hold -> hold.key().orderId().equals(order.id));
  }

  /** The store's answer has come: the units are its own business from now on. */
  private void confirm(SimulatedOrder order) {
    seq++;
    List.copyOf(ledger.values()).stream()
        .filter(hold -> order.reducing.contains(hold.key().lineId()))
        .filter(hold -> hold.state().compareTo(State.KNOWN) < 0)
        .map(hold -> hold.become(State.KNOWN, hold.backAt(), Optional.of(now), seq))
        .forEach(hold -> ledger.put(hold.key(), hold));
    order.reducing.clear();
  }

  private void restock(SimulatedOrder order) {
    int back = Math.max(0, order.reduced - order.open()) - order.restocked;
    if (order.reducing.isEmpty() && back > 0) {
      order.restocked += back;
      levels.merge(order.location, (long) back, Long::sum);
    }
  }

  /** One look at a time, in steps between which anything may happen. */
  private void advance(boolean losingAnswer) {
    lost = losingAnswer;
    if (look.isEmpty()) {
      look.add(this::readStore);
    }
    look.remove().run();
  }

  private void readStore() {
    Stock stock = stock();
    Map<String, Long> there = new TreeMap<>(shelf);
    Instant readAt = now;
    look.add(() -> readLedger(stock, there, readAt));
  }

  private void readLedger(Stock stock, Map<String, Long> there, Instant readAt) {
    Pool pool = new Pool(List.copyOf(ledger.values()), rules, readAt);
    boolean doubting = doubted;
    doubted = false;
    for (SimulatedShop shop : shops) {
      Map<String, Integer> wanted = wanted(shop, stock, pool);
      shop.assertNotMoreThanIsLeft(
          wanted, there, ledger.values().stream().filter(this::gone).toList());
      AppliedOffer now =
          pool.expected(shop.account.id(), shop.applied, doubting)
              .offers()
              .get(SimulatedShop.VARIANT);
      if (!now.stock().equals(wanted)) {
        look.add(() -> push(shop, wanted, pool));
      }
    }
  }

  private static Map<String, Integer> wanted(SimulatedShop shop, Stock stock, Pool pool) {
    return new StockFormula(shop.rules)
        .of(stock, shop.main(), pool.held(SimulatedShop.VARIANT, shop.rules));
  }

  private void push(SimulatedShop shop, Map<String, Integer> wanted, Pool pool) {
    pushes++;
    shop.set(wanted);
    now = now.plusMillis(200);
    if (lost) {
      doubted = true;
    } else {
      shop.remember(wanted, new Pushed(pool.seq(shop.believed().pushed()), now));
    }
  }

  /** Told of, and neither called off nor put back by the store itself. */
  private boolean gone(StockHold hold) {
    return hold.state() != State.RELEASED
        && !(hold.state() == State.KNOWN
            && orders.stream().anyMatch(order -> order.cancelledLine(hold.key().lineId())));
  }

  /** Everybody hears of everything, the store has done its part, and one whole look follows. */
  void quiesce() {
    lost = false;
    orders.forEach(order -> book(order.read()));
    orders.forEach(this::confirm);
    orders.forEach(this::restock);
    while (!look.isEmpty()) {
      look.remove().run();
    }
    look();
  }

  private void look() {
    now = now.plusMillis(50);
    look.add(this::readStore);
    while (!look.isEmpty()) {
      look.remove().run();
    }
  }

  /** Every shop shows what the rule says, every order is counted once, and nobody calls again. */
  void assertInLine() {
    Stock stock = stock();
    Pool pool = new Pool(List.copyOf(ledger.values()), rules, now);
    shops.forEach(
        shop ->
            assertThat(shop.available).as(shop.account.id()).isEqualTo(wanted(shop, stock, pool)));
    long open = orders.stream().mapToLong(SimulatedOrder::open).sum();
    long held = pool.held(SimulatedShop.VARIANT, ALL).values().stream().mapToLong(n -> n).sum();
    assertThat(sum(levels) - held).as("each order once").isEqualTo(sum(shelf) - open);
    int before = pushes;
    look();
    assertThat(pushes).as("calls when all is in line").isEqualTo(before);
  }

  private static long sum(Map<String, Long> units) {
    return units.values().stream().mapToLong(Long::longValue).sum();
  }
}
