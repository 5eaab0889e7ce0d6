package dev.storebridge.console;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Shows metrics to the operator alone. A separate management port, where one is configured, is not
 * covered: whoever reaches it may read.
 */
@ApplicationScoped
class MetricsAccess {

  private static final int BEFORE_ROUTES = 100;

  private final Tokens tokens;
  private final String path;

  MetricsAccess(
      Tokens tokens,
      @ConfigProperty(name = "quarkus.micrometer.export.prometheus.path", defaultValue = "metrics")
          String path) {
    this.tokens = tokens;
    this.path = path.startsWith("/") ? path : "/q/" + path;
  }

  void add(@Observes Filters filters) {
    filters.register(this::check, BEFORE_ROUTES);
  }

  private void check(RoutingContext at) {
    String asked = at.normalizedPath();
    boolean metrics = asked.equals(path) || asked.startsWith(path + "/");
    if (!metrics || allowed(at.request().getHeader(HttpHeaders.AUTHORIZATION))) {
      at.next();
    } else {
      at.response().setStatusCode(401).putHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer").end();
    }
  }

  private boolean allowed(String header) {
    return Authentication.bearer(header).filter(tokens::isOperators).isPresent();
  }
}
