package dev.storebridge.connect;

import dev.storebridge.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Runs statements of this room in short transactions of their own, whatever the caller is in. */
@ApplicationScoped
class Database {
  private static final int TRIES = 3;

  private final DataSource source;
  private final Transactions transactions;

  Database(DataSource source, Transactions transactions) {
    this.source = source;
    this.transactions = transactions;
  }

  /**
   * Carries out the work in one transaction; once more when somebody else inserted the same row in
   * between, or a deadlock rolled it back.
   *
   * @throws DatabaseFault when a statement cannot be carried out; nothing is written then
   */
  <T> T transaction(Function<Statements, T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return transactions.call(() -> carryOut(work));
      } catch (DatabaseFault fault) {
        if (!fault.doubled() || tries == TRIES) {
          throw fault;
        }
      }
    }
  }

  private <T> T carryOut(Function<Statements, T> work) {
    try (Connection connection = source.getConnection()) {
      return work.apply(new Statements(connection));
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
  }

  /** The database did not do what was asked. */
  static final class DatabaseFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseFault(SQLException cause) {
      super("database: " + cause.getSQLState() + " " + cause.getMessage(), cause);
    }

    private boolean doubled() {
      return "23000".equals(((SQLException) getCause()).getSQLState());
    }
  }
}
