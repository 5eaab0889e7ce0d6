package dev.storebridge.route;

import dev.storebridge.sync.inventory.SeenOrder;
import dev.storebridge.sync.order.ImportOrder;
import dev.storebridge.sync.order.OrderEnd;
import dev.storebridge.sync.order.SettleOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Brings orders of channels into stores. */
@ApplicationScoped
@Named("orderImport")
@RegisterForReflection
public class OrderImport {

  private final ImportOrder importing;
  private final SettleOrder settling;

  public OrderImport(ImportOrder importing, SettleOrder settling) {
    this.importing = importing;
    this.settling = settling;
  }

  public OrderEnd bring(SeenOrder seen) {
    return importing.bring(seen);
  }

  public void settle(OrderEnd end) {
    settling.settle(end);
  }
}
