package dev.storebridge.sync.order;

import dev.storebridge.platform.Platform;
import dev.storebridge.platform.StoreOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/** Finds the orders' side of a platform's adapter: this room knows none by name. */
@ApplicationScoped
public class StoresWithOrders {

  private final Instance<StoreOrders> all;

  public StoresWithOrders(Instance<StoreOrders> all) {
    this.all = all;
  }

  public Optional<StoreOrders> of(Platform platform) {
    return all.stream().filter(orders -> orders.platform() == platform).findFirst();
  }
}
