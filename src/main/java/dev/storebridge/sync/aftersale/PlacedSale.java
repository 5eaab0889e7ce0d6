package dev.storebridge.sync.aftersale;

import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.OrderProgress;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreOrders;
import dev.storebridge.tenant.ConnectionRules;

/**
 * A sale that is an order of the store, as both sides have it now.
 *
 * @param sale the channel's side
 * @param progress the store's side
 */
public record PlacedSale(
    ShopAccount shop,
    StoreAccount store,
    StoreOrders orders,
    ConnectionRules rules,
    OrderLink link,
    ChannelSale sale,
    OrderProgress progress) {

  String storeOrderId() {
    return link.storeOrderId().orElseThrow();
  }
}
