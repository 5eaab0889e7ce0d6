package dev.storebridge.route;

import dev.storebridge.tenant.Tenants;
import dev.storebridge.work.Claim;
import dev.storebridge.work.Lanes;
import dev.storebridge.work.Marks;
import dev.storebridge.work.WakeUp;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.ProducerTemplate;
import org.jboss.logging.Logger;

/**
 * Hands each claim of a store's lane to the route that converges it. A store that no running tenant
 * file names has no lane: its marks wait until a file does, since nobody could say now what has to
 * be done. So it is at the start, before the files are loaded, and while a file is away.
 */
@ApplicationScoped
@Named("storeLanes")
@RegisterForReflection
public class StoreLanes {

  private static final Logger LOG = Logger.getLogger(StoreLanes.class);
  private static final Duration UNTIL_KNOWN = Duration.ofMinutes(1);

  private final Lanes lanes;
  private final Marks marks;
  private final Tenants tenants;
  private final Clock clock;
  private final ProducerTemplate routes;

  public StoreLanes(
      Lanes lanes, Marks marks, Tenants tenants, Clock clock, ProducerTemplate routes) {
    this.lanes = lanes;
    this.marks = marks;
    this.tenants = tenants;
    this.clock = clock;
    this.routes = routes;
  }

  /** Makes sure that the store's lane runs. */
  public void wake(WakeUp wakeUp) {
    if (isKnown(wakeUp.storeId())) {
      lanes.wake(wakeUp, this::converge);
    }
  }

  private boolean isKnown(String storeId) {
    return tenants.store(storeId).isPresent();
  }

  private void converge(Claim claim) {
    if (isKnown(claim.storeId())) {
      routes.sendBody("direct:converge", claim);
    } else {
      putOff(claim);
    }
  }

  /** Its file went away while the lane ran. */
  private void putOff(Claim claim) {
    try {
      marks.postpone(claim, clock.instant().plus(UNTIL_KNOWN), false);
    } catch (RuntimeException e) {
      LOG.warnf("Store %s: a claim could not be put off: %s", claim.storeId(), e.getMessage());
      lanes.abandon(claim.storeId());
    }
  }

  /** Keeps the leases of running lanes. */
  public void renew() {
    lanes.renew();
  }
}
