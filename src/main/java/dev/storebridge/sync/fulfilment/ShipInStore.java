package dev.storebridge.sync.fulfilment;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.ChannelSale.Unit;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.commerce.Shipment;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.mapping.OrderLinks;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreOrders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the channel sends, with its own labels or from its own warehouse, becomes a fulfilment of
 * the store's order. The order itself says what it knows, so nothing is written down here.
 */
@ApplicationScoped
public class ShipInStore {

  private final OrderLinks links;

  public ShipInStore(OrderLinks links) {
    this.links = links;
  }

  /**
   * @param known what the store's order shows as sent
   * @throws dev.storebridge.platform.PlatformException when the store refuses or cannot be asked
   */
  public void tell(
      StoreAccount store,
      StoreOrders orders,
      ChannelSale sale,
      OrderLink link,
      List<Shipment> known) {
    Set<String> numbers =
        known.stream()
            .filter(shipment -> !shipment.cancelled())
            .map(Shipment::trackingNumber)
            .collect(Collectors.toSet());
    List<Shipment> news =
        parcels(sale, links.lines(link.key())).stream()
            .filter(parcel -> !numbers.contains(parcel.trackingNumber()))
            .toList();
    if (!news.isEmpty()) {
      orders.fulfil(store, link.storeOrderId().orElseThrow(), news, complete(sale));
    }
  }

  private static List<Shipment> parcels(ChannelSale sale, Map<String, String> lines) {
    Map<String, Map<String, Integer>> units = new LinkedHashMap<>();
    Map<String, String> carriers = new LinkedHashMap<>();
    for (Unit unit : sale.units()) {
      String line = lines.get(unit.lineId());
      if (!unit.trackingNumber().isEmpty() && line != null) {
        units
            .computeIfAbsent(unit.trackingNumber(), number -> new LinkedHashMap<>())
            .merge(line, 1, Integer::sum);
        carriers.put(unit.trackingNumber(), unit.carrier());
      }
    }
    List<Shipment> parcels = new ArrayList<>();
    units.forEach(
        (number, sent) -> parcels.add(new Shipment("", sent, carriers.get(number), number, false)));
    return parcels;
  }

  /** Every line that is still wanted has a tracking number. */
  private static boolean complete(ChannelSale sale) {
    Set<String> cancelled =
        sale.order().lines().stream()
            .filter(line -> line.status() == OrderStatus.CANCELLED)
            .map(ChannelOrder.Line::id)
            .collect(Collectors.toSet());
    return sale.units().stream()
        .filter(unit -> !cancelled.contains(unit.lineId()))
        .noneMatch(unit -> unit.trackingNumber().isEmpty());
  }
}
