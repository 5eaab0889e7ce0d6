package dev.storebridge.connect;

import dev.storebridge.connect.ShopLinks.Link;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The shops of connections; a link that the tenant file contradicts is none. */
@ApplicationScoped
class StoredLinkedShops implements LinkedShops {
  private final ShopLinks links;
  private final Tenants tenants;

  StoredLinkedShops(ShopLinks links, Tenants tenants) {
    this.links = links;
    this.tenants = tenants;
  }

  @Override
  public Optional<ShopAccount> of(String connectionId) {
    return tenants
        .connection(connectionId)
        .flatMap(rules -> link(rules).map(link -> account(rules, link)));
  }

  @Override
  public Optional<ShopAccount> linked(String shopId) {
    return links
        .ofShop(shopId)
        .flatMap(link -> of(link.connectionId()))
        .filter(shop -> shop.id().equals(shopId));
  }

  /** The connection's link, unless it is of another shop or tenant than the file says. */
  Optional<Link> link(ConnectionRules rules) {
    return links
        .ofConnection(rules.id())
        .filter(link -> link.tenant().equals(rules.tenant()))
        .filter(link -> rules.shop().id().map(link.shopId()::equals).orElse(true));
  }

  private static ShopAccount account(ConnectionRules rules, Link link) {
    return new ShopAccount(
        link.shopId(),
        rules.tenant(),
        rules.storeId(),
        rules.id(),
        rules.shop().region(),
        rules.shop().limits());
  }
}
