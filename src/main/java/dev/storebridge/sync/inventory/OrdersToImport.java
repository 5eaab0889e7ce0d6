package dev.storebridge.sync.inventory;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.OrderStatus;
import dev.storebridge.mapping.OrderLinks;
import dev.storebridge.mapping.OrderReadings;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.OrderRules;
import dev.storebridge.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which orders of a shop are placed in the store. */
@ApplicationScoped
public class OrdersToImport {

  private final Tenants tenants;
  private final OrderReadings readings;
  private final OrderLinks links;

  public OrdersToImport(Tenants tenants, OrderReadings readings, OrderLinks links) {
    this.tenants = tenants;
    this.readings = readings;
    this.links = links;
  }

  /** Orders of before the connection was made are the store's own business. */
  public boolean takes(ShopAccount shop, ChannelOrder order) {
    return of(shop).test(order);
  }

  /** The same for many orders of a shop. */
  Predicate<ChannelOrder> of(ShopAccount shop) {
    Instant since = since(shop);
    return order -> !order.createdAt().isBefore(since);
  }

  /**
   * From when on orders are imported: what the merchant wrote, else since we came; never, which is
   * the end of time, where they are not.
   */
  public Instant since(ShopAccount shop) {
    return rules(shop).map(rules -> rules.since().orElseGet(() -> begun(shop))).orElse(Instant.MAX);
  }

  /** When orders of the shop were read first; the beginning of time while they were not. */
  public Instant begun(ShopAccount shop) {
    return readings
        .of(shop.storeId(), shop.id())
        .map(OrderReadings.Progress::begunAt)
        .orElse(Instant.EPOCH);
  }

  /** Those of these orders that are imported and were in another state when we acted last. */
  List<ChannelOrder> news(ShopAccount shop, List<ChannelOrder> orders) {
    Optional<OrderRules> rules = rules(shop);
    if (rules.isEmpty()) {
      return List.of();
    }
    Instant since = since(shop);
    Map<String, OrderStatus> known =
        links.statuses(
            shop.storeId(), shop.connectionId(), orders.stream().map(ChannelOrder::id).toList());
    return orders.stream()
        .filter(order -> !order.createdAt().isBefore(since))
        .filter(order -> known.get(order.id()) != order.status())
        .toList();
  }

  /** Those of these orders that we acted on before. */
  Set<String> seen(ShopAccount shop, Set<String> orderIds) {
    return rules(shop).isEmpty()
        ? Set.of()
        : links.statuses(shop.storeId(), shop.connectionId(), orderIds).keySet();
  }

  private Optional<OrderRules> rules(ShopAccount shop) {
    return tenants
        .connection(shop.connectionId())
        .map(ConnectionRules::orders)
        .filter(OrderRules::imported);
  }
}
