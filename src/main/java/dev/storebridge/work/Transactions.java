package dev.storebridge.work;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Runs units of work in a transaction of their own; one that lost a deadlock is run again. */
@ApplicationScoped
public class Transactions {

  private static final int TRIES = 6;

  /** Runs it until it commits, at most six times; joins nothing. */
  public <T> T call(Supplier<T> unit) {
    for (int attempt = 1; ; attempt++) {
      try {
        return QuarkusTransaction.requiringNew().call(unit::get);
      } catch (RuntimeException e) {
        if (attempt == TRIES || !lostDeadlock(e)) {
          throw e;
        }
      }
    }
  }

  public void run(Runnable unit) {
    call(
        () -> {
          unit.run();
          return null;
        });
  }

  private static boolean lostDeadlock(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && "40001".equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
