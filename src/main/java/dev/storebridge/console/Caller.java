package dev.storebridge.console;

import dev.storebridge.tenant.ConnectionRules;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who asks: the operator, who sees everything, or one tenant, who sees its own. */
@RequestScoped
class Caller {

  private boolean operator;
  private Optional<String> tenant = Optional.empty();

  void isOperator() {
    operator = true;
  }

  void isTenant(String id) {
    tenant = Optional.of(id);
  }

  boolean operator() {
    return operator;
  }

  boolean sees(ConnectionRules connection) {
    return operator || tenant.filter(connection.tenant()::equals).isPresent();
  }
}
