package dev.storebridge.sync.order;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.OrderDraft;
import dev.storebridge.mapping.Offers;
import dev.storebridge.mapping.Offers.Linked;
import dev.storebridge.mapping.OrderLink;
import dev.storebridge.mapping.WaitingOrders;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.sync.inventory.OrdersToImport;
import dev.storebridge.sync.order.draft.OrderComposer;
import dev.storebridge.sync.order.draft.OrderComposer.Composed;
import dev.storebridge.sync.order.draft.OrderComposer.Setting;
import dev.storebridge.tenant.OrderRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Composes orders with what the mapping store knows of what they sold. */
@ApplicationScoped
class Drafts {

  private final Offers offers;
  private final OrdersToImport imports;
  private final WaitingOrders waiting;

  Drafts(Offers offers, OrdersToImport imports, WaitingOrders waiting) {
    this.offers = offers;
    this.imports = imports;
    this.waiting = waiting;
  }

  /**
   * The order for the store. One that sold something unknown waits for it: it is marked once that
   * is linked. Whoever links looks for those who wait, so it is looked once more after the wait was
   * written.
   */
  Composed compose(Placing placing) {
    Map<String, Linked> links = links(placing);
    List<String> unknown = OrderComposer.unlinked(placing.sale(), links);
    if (!unknown.isEmpty()
        && placing.rules().orders().unknownItem() == OrderRules.UnknownItem.BLOCK) {
      OrderLink.Key key = placing.link().key();
      waiting.add(key, unknown);
      links = links(placing);
    }
    Setting setting = new Setting(placing.shop().id(), links, takesStock(placing));
    return new OrderComposer(placing.rules().orders()).compose(placing.sale(), setting);
  }

  /** The same without looking whether it may be placed. */
  OrderDraft draft(Placing placing) {
    Setting setting = new Setting(placing.shop().id(), links(placing), takesStock(placing));
    return new OrderComposer(placing.rules().orders()).compose(placing.sale(), setting).draft();
  }

  private Map<String, Linked> links(Placing placing) {
    ShopAccount shop = placing.shop();
    return offers.linked(
        shop.storeId(),
        shop.connectionId(),
        placing.sale().order().lines().stream()
            .flatMap(line -> line.goods().stream())
            .map(ChannelOrder.Goods::offerId)
            .collect(Collectors.toSet()));
  }

  /** What the channel sends is not ours, and what left before we came is out of the count. */
  boolean takesStock(Placing placing) {
    ChannelSale sale = placing.sale();
    boolean leftBefore =
        sale.order().status().left()
            && sale.order().createdAt().isBefore(imports.begun(placing.shop()));
    return sale.order().shipper() == ChannelOrder.Shipper.MERCHANT && !leftBefore;
  }
}
