package dev.storebridge.sandbox.shopify.order;

import dev.storebridge.sandbox.shopify.store.Shelf;
import dev.storebridge.sandbox.shopify.store.StoredLevel;
import dev.storebridge.sandbox.shopify.store.StoredVariant;
import dev.storebridge.sandbox.shopify.webhook.Topic;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The store's orders. Placing one moves its units from available to committed where it takes stock;
 * sending them takes them out, calling it off moves them back. Untracked items have no stock to
 * move.
 */
public final class OrderDesk {

  private static final long ORDERS = 6_200_000_000_000L;
  private static final long LINES = 16_400_000_000_000L;
  private static final long PARCELS = 5_900_000_000_000L;
  private static final long REFUNDS = 940_000_000_000L;

  private final Shelf shelf;
  private final Map<Long, StoredOrder> orders = new ConcurrentSkipListMap<>();
  private final Map<Long, Instant> placedAt = new ConcurrentSkipListMap<>();
  private final AtomicLong lines = new AtomicLong(LINES);
  private final AtomicLong parcels = new AtomicLong(PARCELS);
  private final AtomicLong next = new AtomicLong(ORDERS);
  private final AtomicLong number = new AtomicLong(1000);
  private final AtomicLong refunds = new AtomicLong(REFUNDS);
  private final List<OrderNews> listeners = new CopyOnWriteArrayList<>();

  public OrderDesk(Shelf shelf) {
    this.shelf = shelf;
  }

  public void listen(OrderNews heard) {
    listeners.add(heard);
  }

  private void tell(Consumer<OrderNews> news) {
    listeners.forEach(news);
  }

  /** Forgets all orders; ids go on. */
  public void clear() {
    orders.clear();
  }

  public Collection<StoredOrder> all() {
    return orders.values();
  }

  public Optional<StoredOrder> find(long id) {
    return Optional.ofNullable(orders.get(id));
  }

  /** When an order was placed, to the clock's last digit. */
  public Instant placedAt(StoredOrder order) {
    return placedAt.getOrDefault(order.id(), order.createdAt());
  }

  public Instant now() {
    return shelf.now();
  }

  public long nextId() {
    return next.incrementAndGet();
  }

  public long nextLineId() {
    return lines.incrementAndGet();
  }

  /** The next number as customers see it. */
  public String nextName() {
    return "#" + number.incrementAndGet();
  }

  /** Whether every tracked item is there often enough; checked where a policy is to be obeyed. */
  public boolean enough(List<StoredLine> wanted) {
    return wanted.stream()
        .filter(line -> line.itemId() != 0 && tracked(line))
        .allMatch(line -> shelf.available(line.itemId()) >= line.quantity());
  }

  /** Places an order. */
  public StoredOrder place(StoredOrder order, boolean takesStock) {
    StoredOrder placed = put(order, takesStock);
    tell(news -> news.order(Topic.ORDERS_CREATE, placed));
    return placed;
  }

  private StoredOrder put(StoredOrder order, boolean takesStock) {
    synchronized (shelf) {
      List<StoredLine> kept = new ArrayList<>();
      for (StoredLine line : order.lines()) {
        kept.add(takesStock ? committed(line) : line);
      }
      StoredOrder placed = order.with(kept, List.of(), order.updatedAt());
      orders.put(placed.id(), placed);
      placedAt.put(placed.id(), shelf.exactly());
      return placed;
    }
  }

  /** At the first location that has enough, or the first of all. */
  private StoredLine committed(StoredLine line) {
    if (line.itemId() == 0 || !tracked(line)) {
      return line;
    }
    long location =
        shelf.levelsOf(line.itemId()).stream()
            .filter(level -> level.available() >= line.quantity())
            .map(StoredLevel::locationId)
            .findFirst()
            .orElse(Shelf.LOCATIONS.getFirst().id());
    shelf.move(line.itemId(), location, -line.quantity(), line.quantity());
    return line.at(location);
  }

  private boolean tracked(StoredLine line) {
    return shelf.variantOfItem(line.itemId()).map(StoredVariant::tracked).orElse(false);
  }

  /**
   * Calls an order off.
   *
   * @return empty when it was called off before, or something of it has left
   */
  public Optional<StoredOrder> cancel(long id, String reason, boolean restock, boolean moneyBack) {
    Optional<StoredOrder> cancelled =
        change(
            id,
            order -> {
              if (order.cancelled() || order.sent()) {
                return order;
              }
              List<StoredLine> gone =
                  order.lines().stream().map(line -> release(line, restock)).toList();
              return order.cancelled(reason, gone, moneyBack, shelf.now());
            });
    cancelled.ifPresent(
        order -> {
          tell(news -> news.order(Topic.ORDERS_CANCELLED, order));
          tell(news -> news.order(Topic.ORDERS_UPDATED, order));
        });
    return cancelled;
  }

  private StoredLine release(StoredLine line, boolean restock) {
    int units = line.quantity() - line.shipped() - line.removed();
    if (line.locationId() != 0 && units > 0) {
      shelf.move(line.itemId(), line.locationId(), restock ? units : 0, -units);
    }
    return line.remove(units);
  }

  /**
   * Sends units of an order.
   *
   * @param units by line id; empty for all that is open
   * @return empty when there is nothing of that to send
   */
  public Optional<StoredParcel> ship(
      long id, Map<Long, Integer> units, String company, String number, String url) {
    List<StoredParcel> made = new ArrayList<>();
    Optional<StoredOrder> sent =
        change(
            id,
            order -> {
              Map<Long, Integer> wanted = units.isEmpty() ? order.open() : units;
              if (order.cancelled() || wanted.isEmpty() || !order.holdsOpen(wanted)) {
                return order;
              }
              String name = order.name() + "." + (order.parcels().size() + 1);
              Instant now = shelf.now();
              StoredParcel parcel =
                  new StoredParcel(
                      parcels.incrementAndGet(),
                      name,
                      wanted,
                      company,
                      number,
                      url,
                      false,
                      now,
                      now);
              made.add(parcel);
              List<StoredParcel> all = new ArrayList<>(order.parcels());
              all.add(parcel);
              return order.with(
                  order.lines().stream().map(line -> sent(line, wanted)).toList(), all, now);
            });
    sent.ifPresent(
        order -> {
          tell(news -> news.parcel(Topic.FULFILLMENTS_CREATE, order, made.getFirst()));
          tell(news -> news.order(Topic.ORDERS_UPDATED, order));
        });
    return sent.map(order -> made.getFirst());
  }

  private StoredLine sent(StoredLine line, Map<Long, Integer> wanted) {
    int units = wanted.getOrDefault(line.id(), 0);
    if (units > 0 && line.locationId() != 0) {
      shelf.move(line.itemId(), line.locationId(), 0, -units);
    }
    return units == 0 ? line : line.ship(units);
  }

  /**
   * Gives money back, and takes units out of the order.
   *
   * @param units by line id
   * @param restock whether units that have not left can be sold again
   * @return empty when it is more than is left of money or units
   */
  public Optional<StoredRefund> refund(
      long id, String note, BigDecimal amount, Map<Long, Integer> units, boolean restock) {
    List<StoredRefund> made = new ArrayList<>();
    Optional<StoredOrder> refunded =
        change(
            id,
            order -> {
              boolean tooMuch = order.refunded().add(amount).compareTo(order.paid()) > 0;
              if (tooMuch || !order.holds(units)) {
                return order;
              }
              StoredRefund refund =
                  new StoredRefund(refunds.incrementAndGet(), note, amount, units, shelf.now());
              made.add(refund);
              return order.refunded(
                  refund,
                  order.lines().stream().map(line -> taken(line, units, restock)).toList(),
                  shelf.now());
            });
    refunded.ifPresent(
        order -> {
          tell(news -> news.refund(order, made.getFirst()));
          tell(news -> news.order(Topic.ORDERS_UPDATED, order));
        });
    return refunded.map(order -> made.getFirst());
  }

  private StoredLine taken(StoredLine line, Map<Long, Integer> units, boolean restock) {
    int wanted = units.getOrDefault(line.id(), 0);
    int unsent = Math.min(wanted, line.open());
    if (line.locationId() != 0 && unsent > 0) {
      shelf.move(line.itemId(), line.locationId(), restock ? unsent : 0, -unsent);
    }
    return line.remove(wanted);
  }

  /** The order goes elsewhere; empty when there is none of this id. */
  public Optional<StoredOrder> readdress(long id, String country, String street) {
    Optional<StoredOrder> changed = change(id, order -> order.to(country, street, shelf.now()));
    changed.ifPresent(order -> tell(news -> news.order(Topic.ORDERS_UPDATED, order)));
    return changed;
  }

  /** Changes how a parcel is tracked; empty when there is none of this id. */
  public Optional<StoredParcel> track(long parcelId, String company, String number, String url) {
    for (StoredOrder order : orders.values()) {
      for (StoredParcel parcel : order.parcels()) {
        if (parcel.id() == parcelId) {
          StoredParcel changed = parcel.tracked(company, number, url, shelf.now());
          change(
                  order.id(),
                  old ->
                      old.with(
                          old.lines(),
                          old.parcels().stream()
                              .map(one -> one.id() == parcelId ? changed : one)
                              .toList(),
                          shelf.now()))
              .ifPresent(now -> tell(news -> news.parcel(Topic.FULFILLMENTS_UPDATE, now, changed)));
          return Optional.of(changed);
        }
      }
    }
    return Optional.empty();
  }

  /** The order as it is now; empty when the change left it as it was. */
  private Optional<StoredOrder> change(long id, UnaryOperator<StoredOrder> change) {
    synchronized (shelf) {
      StoredOrder before = orders.get(id);
      if (before == null) {
        return Optional.empty();
      }
      StoredOrder after = change.apply(before);
      orders.put(id, after);
      return after == before ? Optional.empty() : Optional.of(after);
    }
  }
}
