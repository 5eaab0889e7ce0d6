package dev.storebridge.console;

import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** The connections that the caller may see. */
@ApplicationScoped
class Connections {

  private final Tenants tenants;
  private final Caller caller;

  Connections(Tenants tenants, Caller caller) {
    this.tenants = tenants;
    this.caller = caller;
  }

  List<ConnectionRules> all() {
    return tenants.all().stream()
        .flatMap(tenant -> tenant.connections().stream())
        .filter(caller::sees)
        .sorted(Comparator.comparing(ConnectionRules::id))
        .toList();
  }

  /**
   * @throws ApiProblem 404 when it does not exist or belongs to somebody else
   */
  ConnectionRules get(String id) {
    return tenants
        .connection(id)
        .filter(caller::sees)
        .orElseThrow(() -> ApiProblem.missing("connection"));
  }
}
