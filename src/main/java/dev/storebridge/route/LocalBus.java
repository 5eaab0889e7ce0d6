package dev.storebridge.route;

import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.ProducerTemplate;

/** The bus of a single process: a queue in memory. */
@ApplicationScoped
public class LocalBus implements WakeUps {

  private final ProducerTemplate routes;

  public LocalBus(ProducerTemplate routes) {
    this.routes = routes;
  }

  @Override
  public void send(WakeUp wakeUp) {
    routes.sendBody("direct:wake-up", wakeUp);
  }
}
