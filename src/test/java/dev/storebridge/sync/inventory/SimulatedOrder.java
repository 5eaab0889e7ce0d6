package dev.storebridge.sync.inventory;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelOrder.Goods;
import dev.storebridge.commerce.ChannelOrder.Line;
import dev.storebridge.commerce.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** An order at the simulated channel, one unit a line, and what the store did about it. */
final class SimulatedOrder {

  final String id;
  final SimulatedShop shop;
  final String warehouse;
  final String location;
  final Instant createdAt;
  final int units;
  final TreeSet<Integer> cancelled = new TreeSet<>();
  Optional<Instant> cancelledAt = Optional.empty();
  boolean shipped;

  /** Units that the store has taken out for it, and units that it has put back. */
  int reduced;

  int restocked;
  final TreeSet<String> reducing = new TreeSet<>();

  SimulatedOrder(
      String id,
      SimulatedShop shop,
      String warehouse,
      String location,
      Instant createdAt,
      int units) {
    this.id = id;
    this.shop = shop;
    this.warehouse = warehouse;
    this.location = location;
    this.createdAt = createdAt;
    this.units = units;
  }

  String line(int number) {
    return id + "-" + number;
  }

  boolean cancelledLine(String lineId) {
    return cancelled.stream().map(this::line).anyMatch(lineId::equals);
  }

  int open() {
    return units - cancelled.size();
  }

  /** As the channel answers now, times in whole seconds. */
  ChannelOrder read() {
    OrderStatus status =
        open() == 0
            ? OrderStatus.CANCELLED
            : shipped ? OrderStatus.IN_TRANSIT : OrderStatus.AWAITING_SHIPMENT;
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      OrderStatus own = cancelled.contains(i) ? OrderStatus.CANCELLED : status;
      Goods goods = new Goods("listing", shop.offer(), "sku", 1);
      lines.add(new Line(line(i), own, own.name(), false, List.of(goods)));
    }
    return new ChannelOrder(
        id,
        status,
        status.name(),
        createdAt,
        createdAt,
        open() == 0 ? cancelledAt : Optional.empty(),
        warehouse,
        ChannelOrder.Shipper.MERCHANT,
        ChannelOrder.Purpose.SALE,
        lines);
  }
}
