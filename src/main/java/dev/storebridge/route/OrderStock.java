package dev.storebridge.route;

import dev.storebridge.sync.inventory.HoldOrder;
import dev.storebridge.sync.inventory.OrderWatch;
import dev.storebridge.sync.inventory.ReadOrders;
import dev.storebridge.work.Claim;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Holds the units of orders, told of by webhook or found by reading. */
@ApplicationScoped
@Named("orderStock")
@RegisterForReflection
public class OrderStock {

  private final HoldOrder holding;
  private final ReadOrders reading;
  private final OrderWatch watch;

  public OrderStock(HoldOrder holding, ReadOrders reading, OrderWatch watch) {
    this.holding = holding;
    this.reading = reading;
    this.watch = watch;
  }

  public Claim hold(Claim claim) {
    return holding.hold(claim);
  }

  public void settle(Claim claim) {
    holding.settle(claim);
  }

  public void read(Claim claim) {
    reading.read(claim);
  }

  public void watch() {
    watch.keep();
  }
}
