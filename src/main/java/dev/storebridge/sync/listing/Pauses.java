package dev.storebridge.sync.listing;

import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.work.ConnectionState;
import dev.storebridge.work.ConnectionStates;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Holds a connection back and lets it go on. While it is paused nothing is written to its shop, and
 * what changes counts as seen; going on therefore reads the whole catalogue once.
 */
@ApplicationScoped
public class Pauses {

  private final ConnectionStates states;
  private final Imports imports;
  private final Transactions transactions;
  private final WakeUps wakeUps;

  public Pauses(
      ConnectionStates states, Imports imports, Transactions transactions, WakeUps wakeUps) {
    this.states = states;
    this.imports = imports;
    this.transactions = transactions;
    this.wakeUps = wakeUps;
  }

  /** Nothing new is sent to the shop from now on; a call that is under way ends. */
  public void pause(ConnectionRules connection) {
    states.pause(connection.storeId(), connection.id());
  }

  /** Changes flow again, and those of the meantime are caught up with if it was live before. */
  public void resume(ConnectionRules connection) {
    ConnectionState before = states.of(connection.storeId(), connection.id());
    if (!before.paused()) {
      return;
    }
    transactions.run(
        () -> {
          states.resume(connection.storeId(), connection.id());
          if (before.live()) {
            imports.open(connection);
          }
        });
    wakeUps.send(new WakeUp(connection.storeId()));
  }
}
