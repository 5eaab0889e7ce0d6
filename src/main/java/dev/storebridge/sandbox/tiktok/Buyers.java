package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.tiktok.OrderListener.OrderNews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The buyers of the simulated shops, and what becomes of their orders. An order takes its units out
 * of what can be sold the moment it is placed, paid or not; a cancelled one puts them back.
 */
public final class Buyers {

  /** How long a buyer may cancel without asking. */
  private static final Duration HOLD = Duration.ofHours(1);

  private final World world;
  private final Reviews reviews;
  private final Aftersales aftersales;
  private final List<OrderListener> listeners = new CopyOnWriteArrayList<>();

  Buyers(World world, Reviews reviews, Aftersales aftersales) {
    this.world = world;
    this.reviews = reviews;
    this.aftersales = aftersales;
  }

  /** How something is bought. */
  public enum How {
    UNPAID,
    PAID,
    /** Free of charge and without the hour of hold. */
    SAMPLE
  }

  public void listen(OrderListener listener) {
    listeners.add(listener);
  }

  /**
   * Buys.
   *
   * @param units by SKU id
   * @return the order's id
   * @throws IllegalArgumentException when a SKU does not sell or no warehouse has them all
   */
  public String buy(String shopId, Map<String, Integer> units, How how) {
    return buy(shopId, units, how, false);
  }

  /** The same of an order that TikTok carries with a label of its own. */
  public String buyWithLabel(String shopId, Map<String, Integer> units, How how) {
    return buy(shopId, units, how, true);
  }

  private String buy(String shopId, Map<String, Integer> units, How how, boolean label) {
    Shop shop = world.shops().withId(shopId);
    Order order;
    synchronized (shop) {
      reviews.settle(shop);
      order = placed(shop, units, how);
      order.platformShips = label;
      shop.orders.put(order.id, order);
    }
    tell(shop, order);
    return order.id;
  }

  private Order placed(Shop shop, Map<String, Integer> units, How how) {
    units.keySet().forEach(id -> needOnSale(shop, id));
    String warehouse = warehouse(units, shop);
    OrderState state =
        switch (how) {
          case UNPAID -> OrderState.UNPAID;
          case PAID -> OrderState.ON_HOLD;
          case SAMPLE -> OrderState.AWAITING_SHIPMENT;
        };
    Order order = new Order(world.ids.next(), warehouse, how == How.SAMPLE, state, world.now());
    units.forEach(
        (id, count) -> {
          Product product = shop.bySku.get(id);
          Sku sku = product.skus.get(id);
          sku.stock.get(warehouse).commit(count);
          for (int i = 0; i < count; i++) {
            order.lines.add(new OrderLine(world.ids.next(), product, sku, state.ofLine()));
          }
        });
    return order;
  }

  private static void needOnSale(Shop shop, String skuId) {
    Product product = shop.bySku.get(skuId);
    if (product == null || !product.skus.containsKey(skuId)) {
      throw new IllegalArgumentException("The shop has no SKU " + skuId);
    }
    if (product.status != ProductStatus.ACTIVATE) {
      throw new IllegalArgumentException("SKU " + skuId + " is not on sale");
    }
  }

  /** The first warehouse that can send everything at once. */
  private static String warehouse(Map<String, Integer> units, Shop shop) {
    for (Warehouse candidate : Warehouse.ALL) {
      boolean all =
          units.entrySet().stream()
              .allMatch(
                  entry -> {
                    String id = entry.getKey();
                    Stock stock = shop.bySku.get(id).skus.get(id).stock.get(candidate.id());
                    return stock != null && entry.getValue() <= stock.available;
                  });
      if (all) {
        return candidate.id();
      }
    }
    throw new IllegalArgumentException("No warehouse has that many units available");
  }

  /** Pays what was placed without. */
  public void pay(String shopId, String orderId) {
    change(
        shopId,
        orderId,
        order -> {
          need(order, order.state == OrderState.UNPAID);
          order.paidTime = world.now();
          order.moved(order.open(List.of()), OrderState.ON_HOLD, world.now());
        });
  }

  /** Ends the buyer's hour early. */
  public void release(String shopId, String orderId) {
    change(
        shopId,
        orderId,
        order -> {
          need(order, order.state == OrderState.ON_HOLD);
          order.moved(order.open(List.of()), OrderState.AWAITING_SHIPMENT, world.now());
        });
  }

  /**
   * Calls off an order, or some lines of it.
   *
   * @param lineIds none for all
   */
  public void cancel(String shopId, String orderId, List<String> lineIds) {
    Shop shop = world.shops().withId(shopId);
    AftersaleCase made;
    synchronized (shop) {
      settle(shop);
      Order order = order(shop, orderId);
      List<OrderLine> lines = order.open(lineIds);
      need(order, order.state.cancellable() && !lines.isEmpty());
      made = aftersales.cancelled(shop, order, lines, "BUYER", "buyer_cancel_reason_ordered_twice");
    }
    callOff(shop, made);
  }

  /** The lines of a cancellation that is done are called off, and their units can be sold again. */
  void callOff(Shop shop, AftersaleCase cancellation) {
    change(
        shop.facts.id(),
        cancellation.order.id,
        order -> {
          List<OrderLine> lines =
              cancellation.lines.stream().filter(line -> !line.cancelled()).toList();
          lines.forEach(line -> line.sku.stock.get(order.warehouse).giveBack(1));
          order.moved(lines, OrderState.CANCELLED, world.now());
          order.cancelRequested = false;
          if (order.open(List.of()).isEmpty()) {
            order.state = OrderState.CANCELLED;
            order.cancelTime = world.now();
          }
        });
  }

  /** The order has to leave within so many minutes. */
  public void hurry(String shopId, String orderId, int minutes) {
    change(
        shopId,
        orderId,
        order -> {
          order.dueTime = world.now() + minutes * 60L;
          order.updateTime = world.now();
        });
  }

  /** The buyer corrects the address, as long as nothing has left. */
  public void move(String shopId, String orderId, String street) {
    Shop shop = world.shops().withId(shopId);
    change(
        shopId,
        orderId,
        order -> {
          need(
              order,
              order.state == OrderState.ON_HOLD || order.state == OrderState.AWAITING_SHIPMENT);
          order.street = street;
          order.updateTime = world.now();
        });
    ObjectNode data = Json.object().put("order_id", orderId).put("update_time", world.now());
    world.herald.tell(shop, Herald.ADDRESS, data);
  }

  /**
   * Gives an order, or some lines of it, to the post.
   *
   * @param lineIds none for all
   */
  public void ship(String shopId, String orderId, List<String> lineIds) {
    change(
        shopId,
        orderId,
        order -> {
          need(
              order,
              order.state == OrderState.AWAITING_SHIPMENT
                  || order.state == OrderState.PARTIALLY_SHIPPING);
          List<OrderLine> lines =
              order.open(lineIds).stream()
                  .filter(line -> line.state == OrderState.AWAITING_SHIPMENT)
                  .toList();
          lines.forEach(line -> line.sku.stock.get(order.warehouse).ship(1));
          if (order.platformShips && !lines.isEmpty()) {
            order.parcels.add(labelled(lines));
          }
          order.moved(lines, OrderState.AWAITING_COLLECTION, world.now());
        });
  }

  private Parcel labelled(List<OrderLine> lines) {
    String id = world.ids.next();
    return new Parcel(
        id, lines, Carriers.LABELS, "TT" + id.substring(id.length() - 10), world.now());
  }

  /** The parcel gets on: collected, delivered, and past the time of returns. */
  public void next(String shopId, String orderId) {
    change(
        shopId,
        orderId,
        order -> {
          OrderState next =
              switch (order.state) {
                case AWAITING_COLLECTION -> OrderState.IN_TRANSIT;
                case IN_TRANSIT -> OrderState.DELIVERED;
                case DELIVERED -> OrderState.COMPLETED;
                default -> throw refused(order);
              };
          order.moved(order.open(List.of()), next, world.now());
        });
  }

  void change(String shopId, String orderId, Consumer<Order> change) {
    Shop shop = world.shops().withId(shopId);
    Order order;
    synchronized (shop) {
      settle(shop);
      order = order(shop, orderId);
      change.accept(order);
    }
    tell(shop, order);
  }

  static Order order(Shop shop, String orderId) {
    Order order = shop.orders.get(orderId);
    if (order == null) {
      throw new IllegalArgumentException("The shop has no order " + orderId);
    }
    return order;
  }

  static void need(Order order, boolean possible) {
    if (!possible) {
      throw refused(order);
    }
  }

  private static IllegalArgumentException refused(Order order) {
    return new IllegalArgumentException("Not possible: order " + order.id + " is " + order.state);
  }

  /** Ends holds whose time has come. Call it, with the shop's monitor, before looking at orders. */
  void settle(Shop shop) {
    List<Order> released = new ArrayList<>();
    for (Order order : shop.orders.values()) {
      long end = order.paidTime + HOLD.toSeconds();
      if (order.state == OrderState.ON_HOLD && world.now() >= end) {
        order.moved(order.open(List.of()), OrderState.AWAITING_SHIPMENT, end);
        released.add(order);
      }
    }
    released.forEach(order -> tell(shop, order));
  }

  private void tell(Shop shop, Order order) {
    OrderNews news =
        new OrderNews(
            shop.facts.id(), order.id, order.state.name(), !order.sample, order.updateTime);
    listeners.forEach(listener -> listener.changed(news));
  }

  /** The ids of a shop's orders, oldest first. */
  public List<String> orders(String shopId) {
    Shop shop = world.shops().withId(shopId);
    synchronized (shop) {
      return List.copyOf(new TreeSet<>(shop.orders.keySet()));
    }
  }
}
