package dev.storebridge.sync.order;

import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.OrderProgress;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreOrders;
import dev.storebridge.sync.aftersale.PlacedSale;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.work.Claim;

/** An order on its way into a store, with all that decides about it. */
record Placing(
    Claim claim,
    ShopAccount shop,
    StoreAccount store,
    StoreOrders orders,
    ConnectionRules rules,
    ChannelSale sale,
    OrderLink link) {

  PlacedSale with(OrderProgress progress) {
    return new PlacedSale(shop, store, orders, rules, link, sale, progress);
  }

  Placing with(OrderLink now) {
    return new Placing(claim, shop, store, orders, rules, sale, now);
  }
}
