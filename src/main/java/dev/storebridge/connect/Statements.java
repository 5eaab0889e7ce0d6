package dev.storebridge.connect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements on one connection. Times are kept in UTC whatever zone the process runs in. */
final class Statements {
  /** The last day that the column type holds; platforms promise tokens for longer. */
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private final Connection connection;

  Statements(Connection connection) {
    this.connection = connection;
  }

  <T> List<T> list(String sql, Mapping<T> mapping, Object... values) {
    try (PreparedStatement statement = prepared(sql, values);
        ResultSet result = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      Row row = new Row(result);
      while (result.next()) {
        rows.add(mapping.of(row));
      }
      return rows;
    } catch (SQLException failed) {
      throw new Database.DatabaseFault(failed);
    }
  }

  <T> Optional<T> one(String sql, Mapping<T> mapping, Object... values) {
    return list(sql, mapping, values).stream().findFirst();
  }

  int update(String sql, Object... values) {
    try (PreparedStatement statement = prepared(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException failed) {
      throw new Database.DatabaseFault(failed);
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, stored(values[i]));
    }
    return statement;
  }

  private static Object stored(Object value) {
    return switch (value) {
      case null -> null;
      case Optional<?> optional -> stored(optional.orElse(null));
      case Enum<?> constant -> constant.name();
      case Instant instant -> utc(instant.isAfter(LAST) ? LAST : instant);
      default -> value;
    };
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
  }

  /** Makes a record of a row. */
  interface Mapping<T> {
    T of(Row row) throws SQLException;
  }

  /** The row under the cursor. */
  record Row(ResultSet result) {
    String text(String column) throws SQLException {
      return result.getString(column);
    }

    Optional<String> optional(String column) throws SQLException {
      return Optional.ofNullable(result.getString(column));
    }

    boolean flag(String column) throws SQLException {
      return result.getBoolean(column);
    }

    Instant time(String column) throws SQLException {
      return moment(column).orElseThrow();
    }

    Optional<Instant> moment(String column) throws SQLException {
      return Optional.ofNullable(result.getObject(column, LocalDateTime.class))
          .map(local -> local.toInstant(ZoneOffset.UTC));
    }

    <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
      return Enum.valueOf(type, result.getString(column));
    }
  }
}
