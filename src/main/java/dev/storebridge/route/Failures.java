package dev.storebridge.route;

import dev.storebridge.sync.listing.FailedClaims;
import dev.storebridge.work.Claim;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;

/** The one place where routes end that threw. */
@ApplicationScoped
@Named("failures")
@RegisterForReflection
public class Failures {

  private static final Logger LOG = Logger.getLogger(Failures.class);

  private final FailedClaims claims;

  public Failures(FailedClaims claims) {
    this.claims = claims;
  }

  /** Records a claim's failure with the claim; what carries none is a timer that comes again. */
  public void record(Exchange exchange) {
    Throwable fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    if (exchange.getMessage().getBody() instanceof Claim claim) {
      claims.record(claim, fault);
    } else {
      LOG.warnf(
          "Route %s failed and comes again: %s",
          exchange.getFromRouteId(), fault == null ? "no reason given" : fault.getMessage());
    }
  }
}
