package dev.storebridge.sql;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Statements in the database's own words, sent past the mapper on the connection of the running
 * transaction: where every change counts, its reading of each statement costs more than the rest.
 */
public final class Sql {

  private Sql() {}

  /** A statement with positional parameters; instants are written as UTC. */
  public static Query query(EntityManager entities, String sql, Object... parameters) {
    return new Query(entities, sql, Arrays.asList(parameters));
  }

  /**
   * {@code insert} of many rows in one statement.
   *
   * @param head up to and including {@code values}
   * @param tail what follows the rows, for example {@code on duplicate key update}
   * @return how many rows the server says it wrote
   */
  public static int insert(EntityManager entities, String head, List<Object[]> rows, String tail) {
    return new Query(entities, text(head, rows, tail), values(rows)).executeUpdate();
  }

  /** The same on a connection. */
  public static int insert(Connection connection, String head, List<Object[]> rows, String tail)
      throws SQLException {
    try (PreparedStatement statement = prepared(connection, text(head, rows, tail), values(rows))) {
      return statement.executeUpdate();
    }
  }

  private static String text(String head, List<Object[]> rows, String tail) {
    String row = "(" + String.join(",", Collections.nCopies(rows.getFirst().length, "?")) + ")";
    return head + String.join(",", Collections.nCopies(rows.size(), row)) + " " + tail;
  }

  private static List<Object> values(List<Object[]> rows) {
    return rows.stream().flatMap(Arrays::stream).toList();
  }

  static PreparedStatement prepared(Connection connection, String sql, List<Object> values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      int place = 1;
      for (Object value : values) {
        bind(statement, place++, value);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(PreparedStatement statement, int place, Object value)
      throws SQLException {
    switch (value) {
      case String text -> statement.setString(place, text);
      case Integer number -> statement.setInt(place, number);
      case Long number -> statement.setLong(place, number);
      case Instant instant -> statement.setObject(place, utc(instant));
      case null, default -> statement.setObject(place, value);
    }
  }

  /** A time as columns hold it: UTC, to the microsecond. */
  public static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
  }

  /** The time in a column. */
  public static Instant instant(Object column) {
    return ((LocalDateTime) column).toInstant(ZoneOffset.UTC);
  }
}
