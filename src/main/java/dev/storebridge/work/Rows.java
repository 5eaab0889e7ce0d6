package dev.storebridge.work;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Statements over several rows at once, in the database's own words. */
final class Rows {

  private Rows() {}

  /** A statement with positional parameters; instants are written as UTC. */
  static Query query(EntityManager entities, String sql, Object... parameters) {
    Query query = entities.createNativeQuery(sql);
    bind(query, Arrays.asList(parameters));
    return query;
  }

  /**
   * {@code insert} of many rows in one statement.
   *
   * @param head up to and including {@code values}
   * @param tail what follows the rows, for example {@code on duplicate key update}
   */
  static int insert(EntityManager entities, String head, List<Object[]> rows, String tail) {
    String row = "(" + String.join(",", Collections.nCopies(rows.getFirst().length, "?")) + ")";
    String sql = head + String.join(",", Collections.nCopies(rows.size(), row)) + " " + tail;
    Query query = entities.createNativeQuery(sql);
    bind(query, rows.stream().flatMap(Arrays::stream).toList());
    return query.executeUpdate();
  }

  private static void bind(Query query, List<Object> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, value(parameters.get(i)));
    }
  }

  private static Object value(Object parameter) {
    return parameter instanceof Instant instant ? utc(instant) : parameter;
  }

  static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  static Instant instant(Object column) {
    return ((LocalDateTime) column).toInstant(ZoneOffset.UTC);
  }
}
