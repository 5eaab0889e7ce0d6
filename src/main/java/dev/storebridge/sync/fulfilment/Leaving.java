package dev.storebridge.sync.fulfilment;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.commerce.Shipment;
import dev.storebridge.mapping.ToldShipment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which lines of the channel each shipment of the store's order stands for. A line of the store
 * holds several of the channel, one a unit: a shipment of fewer takes the first that no other has.
 * Pure.
 */
final class Leaving {

  private Leaving() {}

  /**
   * @param lines the store's line ids by the channel's
   * @return the channel's line ids by shipment; shipments that hold none of ours are left out
   */
  static Map<Shipment, List<String>> of(
      ChannelOrder order,
      Map<String, String> lines,
      List<Shipment> shipments,
      List<ToldShipment> told) {
    Set<String> taken = new HashSet<>();
    told.forEach(one -> taken.addAll(one.lineIds()));
    Map<Shipment, List<String>> leaving = new LinkedHashMap<>();
    for (Shipment shipment : shipments) {
      List<String> before =
          told.stream()
              .filter(one -> one.shipmentId().equals(shipment.id()))
              .findFirst()
              .map(ToldShipment::lineIds)
              .orElse(List.of());
      List<String> mine = before.isEmpty() ? pick(order, lines, shipment, taken) : before;
      taken.addAll(mine);
      if (!mine.isEmpty()) {
        leaving.put(shipment, mine);
      }
    }
    return leaving;
  }

  private static List<String> pick(
      ChannelOrder order, Map<String, String> lines, Shipment shipment, Set<String> taken) {
    Map<String, Integer> left = new LinkedHashMap<>(shipment.units());
    List<String> picked = new ArrayList<>();
    order.lines().stream()
        .filter(line -> line.status() != OrderStatus.CANCELLED)
        .filter(line -> !taken.contains(line.id()))
        .sorted(Comparator.comparing(ChannelOrder.Line::id))
        .forEach(
            line -> {
              String storeLine = lines.getOrDefault(line.id(), "");
              int units = left.getOrDefault(storeLine, 0);
              if (units > 0) {
                left.put(storeLine, units - 1);
                picked.add(line.id());
              }
            });
    return picked;
  }
}
