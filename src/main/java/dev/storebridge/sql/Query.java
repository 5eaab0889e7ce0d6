package dev.storebridge.sql;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;

/** One statement with its values, carried out in the running transaction. */
public final class Query {

  private final EntityManager entities;
  private final String sql;
  private final List<Object> values;

  Query(EntityManager entities, String sql, List<Object> values) {
    this.entities = entities;
    this.sql = sql;
    this.values = values;
  }

  /**
   * The rows: the value itself where one column is asked for, else an {@code Object[]}.
   *
   * @throws PersistenceException with the database's own exception as cause
   */
  public List<Object> getResultList() {
    return onConnection(
        connection -> {
          try (PreparedStatement statement = Sql.prepared(connection, sql, values);
              ResultSet result = statement.executeQuery()) {
            List<Object> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
              rows.add(row(result, columns));
            }
            return rows;
          }
        });
  }

  private static Object row(ResultSet result, int columns) throws SQLException {
    if (columns == 1) {
      return result.getObject(1);
    }
    Object[] row = new Object[columns];
    for (int i = 0; i < columns; i++) {
      row[i] = result.getObject(i + 1);
    }
    return row;
  }

  /** The only row. */
  public Object getSingleResult() {
    List<Object> rows = getResultList();
    if (rows.size() != 1) {
      throw new IllegalStateException(rows.size() + " rows instead of one: " + sql);
    }
    return rows.getFirst();
  }

  /** Answers how many rows it changed. */
  public int executeUpdate() {
    return onConnection(
        connection -> {
          try (PreparedStatement statement = Sql.prepared(connection, sql, values)) {
            return statement.executeUpdate();
          }
        });
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T onConnection(Work<T> work) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try {
                return work.on(connection);
              } catch (SQLException e) {
                throw new PersistenceException(e.getSQLState() + " " + e.getMessage(), e);
              }
            });
  }
}
