package dev.storebridge.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;

/** Many rows in one statement, past the mapper: where every signal counts. */
final class JdbcRows {

  private JdbcRows() {}

  /**
   * {@code insert} of many rows.
   *
   * @param head up to and including {@code values}
   * @param tail what follows the rows
   * @return how many rows the server says it wrote
   */
  static int insert(Connection connection, String head, List<Object[]> rows, String tail)
      throws SQLException {
    int columns = rows.getFirst().length;
    String row = "(" + String.join(",", Collections.nCopies(columns, "?")) + ")";
    String sql = head + String.join(",", Collections.nCopies(rows.size(), row)) + " " + tail;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int place = 1;
      for (Object[] values : rows) {
        for (Object value : values) {
          bind(statement, place++, value);
        }
      }
      return statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, int place, Object value)
      throws SQLException {
    switch (value) {
      case String text -> statement.setString(place, text);
      case Integer number -> statement.setInt(place, number);
      case Long number -> statement.setLong(place, number);
      case Instant instant ->
          statement.setObject(place, Rows.utc(instant.truncatedTo(ChronoUnit.MICROS)));
      case null, default -> statement.setObject(place, value);
    }
  }
}
