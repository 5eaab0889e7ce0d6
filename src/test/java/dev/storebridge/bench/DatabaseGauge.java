package dev.storebridge.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Looks into the service's database from outside; its own statements are left out of the count. */
final class DatabaseGauge implements AutoCloseable {

  private final Connection connection;

  DatabaseGauge(Map<String, String> settings) {
    try {
      this.connection =
          DriverManager.getConnection(
              settings.get("quarkus.datasource.jdbc.url"),
              settings.getOrDefault("quarkus.datasource.username", ""),
              settings.getOrDefault("quarkus.datasource.password", ""));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What the server has been asked so far, by others.
   *
   * @param statements select, insert, update, delete and replace
   */
  record Count(long statements, long commits) {

    Count since(Count before) {
      return new Count(statements - before.statements, commits - before.commits);
    }
  }

  /** How the newest import stands; {@code total} is empty before the catalogue has been read. */
  record Standing(Optional<Integer> total, int done, int failed, int live) {

    boolean finished() {
      return total.isPresent() && done + failed >= total.get();
    }
  }

  /** Gives the store's lease to another owner for an hour: what is marked stays marked. */
  void holdLane(String store) {
    execute(
        "insert into lease (store_id, owner, epoch, until) values ('%s', 'bench', 1000000, utc_timestamp(6) + interval 1 hour)"
                .formatted(store)
            + " on duplicate key update owner = values(owner), until = values(until), epoch = values(epoch)");
  }

  /** Lets the store's marks be worked on. */
  void releaseLane(String store) {
    execute("delete from lease where store_id = '" + store + "'");
  }

  private void execute(String statement) {
    try (Statement sql = connection.createStatement()) {
      sql.executeUpdate(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Count count() {
    Map<String, Long> all = status("global");
    status("session").forEach((name, own) -> all.merge(name, -own, Long::sum));
    long statements =
        all.get("Com_select")
            + all.get("Com_insert")
            + all.get("Com_update")
            + all.get("Com_delete")
            + all.get("Com_replace");
    return new Count(statements, all.get("Com_commit"));
  }

  private Map<String, Long> status(String scope) {
    Map<String, Long> values = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show " + scope + " status like 'Com\\_%'")) {
      while (rows.next()) {
        values.put(rows.getString(1), rows.getLong(2));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Standing standing() {
    String sql =
        """
        select r.total, coalesce(sum(l.run_id = r.run_id and l.outcome = 1), 0),
          coalesce(sum(l.run_id = r.run_id and l.outcome = 2), 0),
          coalesce(sum(l.status = 'LIVE'), 0)
        from (select * from import_run order by run_id desc limit 1) r
        left join listing l on l.connection_id = r.connection_id
        group by r.run_id, r.total
        """;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (!row.next()) {
        return new Standing(Optional.empty(), 0, 0, 0);
      }
      Optional<Integer> total = Optional.ofNullable(row.getObject(1)).map(any -> number(row));
      return new Standing(total, row.getInt(2), row.getInt(3), row.getInt(4));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int number(ResultSet row) {
    try {
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
