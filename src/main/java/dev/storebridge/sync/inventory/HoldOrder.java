package dev.storebridge.sync.inventory;

import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.Claim;
import dev.storebridge.work.ShopRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** An order was told of: it is read, many in one call, and its units are held. */
@ApplicationScoped
public class HoldOrder {

  private static final int IN_ONE_CALL = 50;

  private final Tenants tenants;
  private final LinkedShops shops;
  private final Channel channel;
  private final OrderBook book;
  private final Map<String, Joint<String, ChannelSale>> joints = new ConcurrentHashMap<>();

  public HoldOrder(Tenants tenants, LinkedShops shops, Channel channel, OrderBook book) {
    this.tenants = tenants;
    this.shops = shops;
    this.channel = channel;
    this.book = book;
  }

  /**
   * Reads and enters the order; a connection that is switched off or has no shop is not asked.
   *
   * @throws dev.storebridge.platform.PlatformException when the shop cannot be asked
   */
  public SeenOrder hold(Claim claim) {
    ShopRef ref = ShopRef.of(claim.ref());
    Optional<ShopAccount> shop =
        tenants
            .connection(ref.connectionId())
            .filter(ConnectionRules::enabled)
            .flatMap(rules -> shops.of(rules.id()))
            .filter(found -> found.storeId().equals(claim.storeId()));
    Optional<ChannelSale> sale =
        shop.flatMap(
            found ->
                joints
                    .computeIfAbsent(found.id(), id -> new Joint<>(IN_ONE_CALL))
                    .run(ref.id(), ids -> read(found, ids)));
    return new SeenOrder(claim, shop, sale);
  }

  private Map<String, ChannelSale> read(ShopAccount shop, List<String> ids) {
    List<ChannelSale> sales = channel.sales(shop, ids);
    book.enter(shop, sales.stream().map(ChannelSale::order).toList());
    return sales.stream()
        .collect(Collectors.toMap(sale -> sale.order().id(), sale -> sale, (one, same) -> one));
  }
}
