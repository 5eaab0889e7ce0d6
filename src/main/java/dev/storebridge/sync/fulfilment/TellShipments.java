package dev.storebridge.sync.fulfilment;

import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.commerce.Shipment;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.mapping.OrderLinks;
import dev.storebridge.mapping.Shipments;
import dev.storebridge.mapping.ToldShipment;
import dev.storebridge.platform.Carrier;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.tenant.FulfilmentRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the channel what left of a store's order. A call whose answer was lost is settled by the
 * order itself: lines that the channel shows as shipped were told.
 */
@ApplicationScoped
public class TellShipments {

  private final Channel channel;
  private final OrderLinks links;
  private final Shipments shipments;
  private final Carriers carriers;

  public TellShipments(Channel channel, OrderLinks links, Shipments shipments, Carriers carriers) {
    this.channel = channel;
    this.links = links;
    this.shipments = shipments;
    this.carriers = carriers;
  }

  /**
   * Tells what was not told, and corrects tracking numbers that changed.
   *
   * @param left what has left of the store's order
   * @return what a person has to do before the rest can be told
   * @throws PlatformException when store or channel refuse or cannot be asked
   */
  public List<Explanation> tell(
      ShopAccount shop,
      FulfilmentRules rules,
      ChannelSale sale,
      OrderLink link,
      List<Shipment> left) {
    if (!wanted(sale)) {
      return List.of();
    }
    List<ToldShipment> told = shipments.of(link.key());
    List<Shipment> valid = left.stream().filter(shipment -> !shipment.cancelled()).toList();
    Map<Shipment, List<String>> leaving =
        Leaving.of(sale.order(), links.lines(link.key()), valid, told);
    List<Explanation> missing = new ArrayList<>();
    leaving.forEach(
        (shipment, lines) -> {
          if (shipment.trackingNumber().isBlank()) {
            missing.add(noTracking(shipment));
            return;
          }
          Optional<Carrier> carrier =
              carriers.of(shop, sale.deliveryOption(), rules, shipment.carrier());
          if (carrier.isEmpty()) {
            if (!toldOf(shipment, told)) {
              missing.add(noCarrier(shipment));
            }
            return;
          }
          tell(shop, sale, link, shipment, lines, carrier.get(), told);
        });
    return missing;
  }

  /** The channel knows the parcel by its number: what carriers are called now is no matter. */
  private static boolean toldOf(Shipment shipment, List<ToldShipment> told) {
    return told.stream()
        .filter(ToldShipment::told)
        .filter(one -> one.shipmentId().equals(shipment.id()))
        .anyMatch(one -> one.tracking().equals(shipment.trackingNumber()));
  }

  /** Goods that the merchant sends by a carrier of their own, once the buyer's hour is over. */
  private static boolean wanted(ChannelSale sale) {
    return !sale.channelSends()
        && switch (sale.order().status()) {
          case AWAITING_SHIPMENT, PARTIALLY_SHIPPED, AWAITING_COLLECTION -> true;
          case UNPAID, ON_HOLD, IN_TRANSIT, DELIVERED, COMPLETED, CANCELLED, UNKNOWN -> false;
        };
  }

  private void tell(
      ShopAccount shop,
      ChannelSale sale,
      OrderLink link,
      Shipment shipment,
      List<String> lines,
      Carrier carrier,
      List<ToldShipment> told) {
    Optional<ToldShipment> before =
        told.stream().filter(one -> one.shipmentId().equals(shipment.id())).findFirst();
    ToldShipment now =
        new ToldShipment(
            link.key(),
            shipment.id(),
            lines,
            carrier.id(),
            shipment.trackingNumber(),
            before.map(ToldShipment::parcelId).orElse(""),
            true);
    if (before.filter(ToldShipment::told).isPresent()) {
      retrack(shop, before.get(), now, carrier);
    } else if (before.isPresent() && shown(sale, lines)) {
      shipments.write(now);
    } else if (!shown(sale, lines)) {
      ship(shop, now, carrier);
    }
  }

  private void retrack(ShopAccount shop, ToldShipment before, ToldShipment now, Carrier carrier) {
    boolean same =
        before.tracking().equals(now.tracking()) && before.carrierId().equals(now.carrierId());
    if (!same && !before.parcelId().isEmpty()) {
      channel.retrack(shop, before.parcelId(), carrier, now.tracking());
      shipments.write(now);
    }
  }

  private void ship(ShopAccount shop, ToldShipment now, Carrier carrier) {
    shipments.write(
        new ToldShipment(
            now.order(),
            now.shipmentId(),
            now.lineIds(),
            now.carrierId(),
            now.tracking(),
            "",
            false));
    String parcel = "";
    try {
      parcel = channel.ship(shop, now.order().orderId(), now.lineIds(), carrier, now.tracking());
    } catch (PlatformException fault) {
      if (fault.failure() != Failure.ALREADY_DONE) {
        if (!fault.outcomeUnknown()) {
          shipments.forget(now.order(), now.shipmentId());
        }
        throw fault;
      }
    }
    shipments.write(
        new ToldShipment(
            now.order(),
            now.shipmentId(),
            now.lineIds(),
            now.carrierId(),
            now.tracking(),
            parcel,
            true));
  }

  /** The channel shows these lines as shipped, by whoever told it. */
  private static boolean shown(ChannelSale sale, List<String> lines) {
    return sale.order().lines().stream()
        .filter(line -> lines.contains(line.id()))
        .noneMatch(line -> line.status() == OrderStatus.AWAITING_SHIPMENT);
  }

  private static Explanation noTracking(Shipment shipment) {
    return Explanation.of(
        "no-tracking-number",
        "Goods of the order left the store without a tracking number, which TikTok Shop wants.",
        "fulfilment",
        "Add the tracking number to the fulfilment " + shipment.id() + " in the store.");
  }

  private static Explanation noCarrier(Shipment shipment) {
    String name = shipment.carrier().isBlank() ? "no carrier" : "\"" + shipment.carrier() + "\"";
    return Explanation.of(
        "unknown-carrier",
        "The store names " + name + ", which TikTok Shop does not know for this order.",
        "fulfilment.carriers",
        "Add it to fulfilment.carriers, or set fulfilment.default-carrier; then retry.");
  }
}
