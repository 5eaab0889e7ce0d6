package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An order with one line per unit, all from one warehouse. */
final class Order {

  private static final long DAYS_TO_SEND = 3 * 86_400L;

  final String id;
  final long createTime;
  final String warehouse;
  final boolean sample;
  final List<OrderLine> lines = new ArrayList<>();

  final List<Parcel> parcels = new ArrayList<>();

  /** What connectors said that it became, by platform. */
  final Map<String, JsonNode> externals = new TreeMap<>();

  OrderState state;
  boolean cancelRequested;

  /** TikTok provides carrier and label. */
  boolean platformShips;

  String street = "1 Example Street";
  long updateTime;
  long paidTime;

  /** Until when the seller has to send it. */
  long dueTime;

  long cancelTime;

  Order(String id, String warehouse, boolean sample, OrderState state, long now) {
    this.id = id;
    this.warehouse = warehouse;
    this.sample = sample;
    this.state = state;
    this.createTime = now;
    this.updateTime = now;
    this.dueTime = now + DAYS_TO_SEND;
    this.paidTime = state == OrderState.UNPAID ? 0 : now;
  }

  /** The lines that are still wanted; all of them, or those named. */
  List<OrderLine> open(List<String> lineIds) {
    return lines.stream()
        .filter(line -> !line.cancelled())
        .filter(line -> lineIds.isEmpty() || lineIds.contains(line.id))
        .toList();
  }

  /** Some lines moved on; the order follows. */
  void moved(List<OrderLine> moving, OrderState next, long now) {
    moving.forEach(line -> line.state = next.ofLine());
    boolean all = open(List.of()).stream().allMatch(line -> line.state == next.ofLine());
    if (all) {
      state = next;
    } else if (next == OrderState.AWAITING_COLLECTION) {
      state = OrderState.PARTIALLY_SHIPPING;
    }
    if (next == OrderState.CANCELLED && all) {
      cancelTime = now;
    }
    updateTime = now;
  }
}
