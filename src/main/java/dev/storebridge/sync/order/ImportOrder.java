package dev.storebridge.sync.order;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.Money;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.mapping.OrderLinks;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.sync.inventory.OrdersToImport;
import dev.storebridge.sync.inventory.SeenOrder;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Brings an order of a channel in line with its store: looks, decides, and has it done. */
@ApplicationScoped
public class ImportOrder {

  private final Tenants tenants;
  private final OrdersToImport imports;
  private final OrderLinks links;
  private final StoresWithOrders stores;
  private final OrderCreation creation;
  private final PlacedOrder placed;
  private final ReserveStock reserving;
  private final Clock clock;

  public ImportOrder(
      Tenants tenants,
      OrdersToImport imports,
      OrderLinks links,
      StoresWithOrders stores,
      OrderCreation creation,
      PlacedOrder placed,
      ReserveStock reserving,
      Clock clock) {
    this.tenants = tenants;
    this.imports = imports;
    this.links = links;
    this.stores = stores;
    this.creation = creation;
    this.placed = placed;
    this.reserving = reserving;
    this.clock = clock;
  }

  /**
   * Places, releases or calls off, whatever the order wants.
   *
   * @throws dev.storebridge.platform.PlatformException when a platform refuses or cannot be asked
   */
  public OrderEnd bring(SeenOrder seen) {
    return placing(seen)
        .map(
            placing -> {
              OrderEnd end = bring(placing);
              reserving.follow(placing);
              return end;
            })
        .orElseGet(() -> new OrderEnd.Done(seen.claim(), List.of()));
  }

  private OrderEnd bring(Placing placing) {
    OrderLink link = placing.link();
    if (link.intent().isPresent()) {
      return creation.resume(placing, link.intent().get());
    }
    boolean reserves = ExpectedOrders.reserves(placing.rules(), placing.orders());
    Wish wish =
        Wish.of(
            link.channelStatus(),
            link.stage(),
            reserves,
            placing.rules().aftersale().cancellations());
    return switch (wish) {
      case PLACE, RESERVE -> creation.place(placing);
      case RELEASE -> placed.release(placing);
      case CALL_OFF -> placed.callOff(placing);
      case FORGET -> placed.forget(placing);
      case NOTHING -> placed.follow(placing);
    };
  }

  private Optional<Placing> placing(SeenOrder seen) {
    if (seen.shop().isEmpty() || seen.sale().isEmpty()) {
      return Optional.empty();
    }
    ShopAccount shop = seen.shop().get();
    ChannelSale sale = seen.sale().get();
    Optional<ConnectionRules> rules = tenants.connection(shop.connectionId());
    Optional<StoreAccount> store = tenants.store(shop.storeId());
    if (rules.isEmpty() || store.isEmpty() || !imports.takes(shop, sale.order())) {
      return Optional.empty();
    }
    return stores
        .of(store.get().platform())
        .map(
            orders ->
                new Placing(
                    seen.claim(), shop, store.get(), orders, rules.get(), sale, seen(shop, sale)));
  }

  /** An order that we see late may have been returned, or cancelled in part, before. */
  private OrderLink.Hints hints(ChannelOrder order) {
    boolean late =
        order.status().left()
            || order.lines().stream().anyMatch(line -> line.status() == OrderStatus.CANCELLED);
    return late
        ? new OrderLink.Hints(Optional.of(clock.instant()), Optional.empty())
        : OrderLink.Hints.NONE;
  }

  /** The order's row, in the state that we act on now. */
  private OrderLink seen(ShopAccount shop, ChannelSale sale) {
    ChannelOrder order = sale.order();
    OrderLink.Key key = new OrderLink.Key(shop.storeId(), shop.connectionId(), order.id());
    OrderLink now =
        new OrderLink(
            key,
            shop.id(),
            order.status(),
            order.createdAt(),
            sale.payment().total(),
            Optional.empty(),
            Optional.empty(),
            OrderLink.Stage.WAITING,
            Optional.empty(),
            Optional.empty(),
            OrderLink.Told.NOT_YET,
            new Money(BigDecimal.ZERO, sale.payment().currency()),
            hints(order));
    Optional<OrderLink> before = links.of(key);
    boolean known =
        before
            .filter(link -> link.channelStatus() == order.status())
            .filter(link -> link.channelTotal().equals(now.channelTotal()))
            .isPresent();
    if (!known) {
      links.saw(now);
    }
    return before.map(link -> link.seenAs(order.status(), now.channelTotal())).orElse(now);
  }
}
