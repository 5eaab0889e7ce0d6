package dev.storebridge.work;

import dev.storebridge.platform.StockItems;
import dev.storebridge.platform.WebhookEvent;
import dev.storebridge.sql.Sql;
import dev.storebridge.work.SignalMarks.Due;
import dev.storebridge.work.SignalMarks.Key;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Writes signals down and marks what they are about, many at once in one transaction of three
 * statements. A signal that is there already is not written and marks nothing.
 */
@ApplicationScoped
class SignalBook {

  private static final String INSERT =
      """
      insert ignore into received_signal (store_id, signal_id, connection_id, platform, account, topic,
        subject, refs, urgency, delivery_id, happened_at, received_at, body_hash, body_size) values
      """;
  private static final Comparator<Signal> KEY_ORDER =
      Comparator.comparing(Signal::storeId).thenComparing(Signal::id);

  private final DataSource source;
  private final StockItems items;
  private final Transactions transactions;
  private final Clock clock;

  SignalBook(DataSource source, StockItems items, Transactions transactions, Clock clock) {
    this.source = source;
    this.items = items;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Keeps and marks.
   *
   * @return the stores that have something due now
   */
  Set<String> write(Collection<Signal> signals) {
    List<Signal> sorted = signals.stream().sorted(KEY_ORDER).toList();
    return transactions.call(() -> written(sorted));
  }

  private Set<String> written(List<Signal> signals) {
    try (Connection connection = source.getConnection()) {
      int rows = Sql.insert(connection, INSERT, signals.stream().map(this::row).toList(), "");
      return mark(connection, rows == signals.size() ? signals : fresh(connection, signals));
    } catch (SQLException e) {
      throw new NotWritten(e);
    }
  }

  /** Marks again what signals that were kept before are about. */
  Set<String> markAgain(List<Signal> signals) {
    return transactions.call(
        () -> {
          try (Connection connection = source.getConnection()) {
            return mark(connection, signals);
          } catch (SQLException e) {
            throw new NotWritten(e);
          }
        });
  }

  private Set<String> mark(Connection connection, List<Signal> signals) throws SQLException {
    Map<StockItems.Item, String> products = items.products(SignalMarks.items(signals));
    SortedMap<Key, Due> marks = SignalMarks.of(signals, products);
    if (marks.isEmpty()) {
      return Set.of();
    }
    Instant now = clock.instant();
    List<Object[]> rows =
        marks.entrySet().stream().map(mark -> row(mark.getKey(), mark.getValue(), now)).toList();
    Sql.insert(connection, Marks.INSERT, rows, Marks.ON_DUPLICATE);
    return marks.keySet().stream().map(Key::storeId).collect(Collectors.toSet());
  }

  private static Object[] row(Key key, Due due, Instant now) {
    return Marks.row(key.storeId(), key.kind(), key.ref(), due.urgency(), due.toldAt(), now);
  }

  /** Those that were not there before: their own id stands in the row of their delivery. */
  private static List<Signal> fresh(Connection connection, List<Signal> signals)
      throws SQLException {
    String places = String.join(",", Collections.nCopies(signals.size(), "(?,?)"));
    Set<String> kept = new HashSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select signal_id from received_signal where (store_id, signal_id) in ("
                + places
                + ")")) {
      int place = 1;
      for (Signal signal : signals) {
        statement.setString(place++, signal.storeId());
        statement.setString(place++, signal.id());
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          kept.add(rows.getString(1));
        }
      }
    }
    return signals.stream().filter(signal -> kept.contains(signal.id())).toList();
  }

  private Object[] row(Signal signal) {
    WebhookEvent event = signal.event();
    return new Object[] {
      signal.storeId(),
      signal.id(),
      signal.connectionId(),
      signal.platform().name(),
      cut(event.account(), 128),
      cut(event.topic(), 64),
      event.subject().name(),
      refs(event.refs()),
      event.urgency().ordinal(),
      event.deliveryId(),
      event.happenedAt().orElse(null),
      signal.receivedAt(),
      signal.bodyHash(),
      signal.bodySize()
    };
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  /** As many whole ids as the column holds. */
  private static String refs(List<String> refs) {
    String joined = String.join(" ", refs);
    return joined.length() <= 512 ? joined : joined.substring(0, joined.lastIndexOf(' ', 512));
  }

  /** The database did not take it: nothing of it is written. */
  static final class NotWritten extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotWritten(SQLException cause) {
      super("database: " + cause.getSQLState() + " " + cause.getMessage(), cause);
    }

    /** True when there is no connection, and not just a statement that was refused. */
    boolean unreachable() {
      String state = ((SQLException) getCause()).getSQLState();
      return state == null || state.startsWith("08");
    }
  }
}
