package dev.storebridge.platform;

import java.util.Optional;

/** Which shop a connection is linked with: named in the tenant file or chosen by consent. */
public interface LinkedShops {

  /** Empty until the connection has a shop with a grant. */
  Optional<ShopAccount> of(String connectionId);

  /** The shop of this id, empty while no connection is linked with it. */
  Optional<ShopAccount> linked(String shopId);
}
