package dev.storebridge.route;

import dev.storebridge.work.Lanes;
import dev.storebridge.work.WakeUp;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.apache.camel.ProducerTemplate;

/** Hands each claim of a store's lane to the route that converges it. */
@ApplicationScoped
@Named("storeLanes")
@RegisterForReflection
public class StoreLanes {

  private final Lanes lanes;
  private final ProducerTemplate routes;

  public StoreLanes(Lanes lanes, ProducerTemplate routes) {
    this.lanes = lanes;
    this.routes = routes;
  }

  /** Makes sure that the store's lane runs. */
  public void wake(WakeUp wakeUp) {
    lanes.wake(wakeUp, claim -> routes.sendBody("direct:converge", claim));
  }

  /** Keeps the leases of running lanes. */
  public void renew() {
    lanes.renew();
  }
}
