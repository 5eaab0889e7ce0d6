package dev.storebridge.route;

import dev.storebridge.sync.inventory.HoldOrder;
import dev.storebridge.sync.inventory.OrderWatch;
import dev.storebridge.sync.inventory.ReadOrders;
import dev.storebridge.sync.inventory.RestoreStock;
import dev.storebridge.sync.inventory.SeenOrder;
import dev.storebridge.work.Claim;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Holds the units of orders, and sees to stock that somebody changed in a shop. */
@ApplicationScoped
@Named("orderStock")
@RegisterForReflection
public class OrderStock {

  private final HoldOrder holding;
  private final ReadOrders reading;
  private final OrderWatch watch;
  private final RestoreStock restoring;

  public OrderStock(
      HoldOrder holding, ReadOrders reading, OrderWatch watch, RestoreStock restoring) {
    this.holding = holding;
    this.reading = reading;
    this.watch = watch;
    this.restoring = restoring;
  }

  public SeenOrder hold(Claim claim) {
    return holding.hold(claim);
  }

  public void read(Claim claim) {
    reading.read(claim);
  }

  public void restore(Claim claim) {
    restoring.restore(claim);
  }

  public void watch() {
    watch.keep();
  }
}
