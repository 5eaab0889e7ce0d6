package dev.storebridge.work;

import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Urgency;
import dev.storebridge.platform.WebhookEvent;
import dev.storebridge.platform.WebhookEvent.Subject;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The signals that were kept: to be looked at, marked again, and forgotten when they are old. */
@ApplicationScoped
public class Signals {

  /** All that {@link #signal} reads. */
  static final String COLUMNS =
      """
      select store_id, signal_id, connection_id, platform, account, topic, subject, refs, urgency,
        delivery_id, happened_at, received_at, body_hash, body_size
      from received_signal
      """;

  private static final String SELECT = COLUMNS + " where store_id = ? and connection_id in ('', ?)";
  private static final int PURGED_TOGETHER = 2_000;

  private final EntityManager entities;
  private final SignalBook book;
  private final WakeUps wakeUps;
  private final Transactions transactions;
  private final Clock clock;
  private final Duration retention;

  public Signals(
      EntityManager entities,
      SignalBook book,
      WakeUps wakeUps,
      Transactions transactions,
      Clock clock,
      @ConfigProperty(name = "storebridge.retention.signals", defaultValue = "30d")
          Duration retention) {
    this.entities = entities;
    this.book = book;
    this.wakeUps = wakeUps;
    this.transactions = transactions;
    this.clock = clock;
    this.retention = retention;
  }

  /**
   * What concerns a connection, newest first.
   *
   * @param beforeId where the page before ended; empty for the first
   */
  @Transactional
  public List<Signal> newest(String storeId, String connectionId, String beforeId, int most) {
    String from = beforeId.isEmpty() ? "" : " and signal_id < ?";
    String sql = SELECT + from + " order by signal_id desc limit " + most;
    List<?> rows =
        (beforeId.isEmpty()
                ? Sql.query(entities, sql, storeId, connectionId)
                : Sql.query(entities, sql, storeId, connectionId, beforeId))
            .getResultList();
    return rows.stream().map(row -> signal((Object[]) row)).toList();
  }

  @Transactional
  public Optional<Signal> signal(String storeId, String connectionId, String id) {
    List<?> rows =
        Sql.query(entities, SELECT + " and signal_id = ?", storeId, connectionId, id)
            .getResultList();
    return rows.stream().findFirst().map(row -> signal((Object[]) row));
  }

  /**
   * What concerns a connection and names one of these ids, newest first.
   *
   * @param ids letters, digits, {@code _} and {@code -} alone
   */
  @Transactional
  public List<Signal> about(
      String storeId,
      String connectionId,
      Collection<String> ids,
      Instant from,
      Instant until,
      int most) {
    List<?> rows =
        Sql.query(
                entities,
                SELECT
                    + """
                     and signal_id >= ? and signal_id < ? and concat(' ', refs, ' ') regexp ?
                    order by signal_id desc limit ?
                    """,
                storeId,
                connectionId,
                SignalIds.from(from),
                SignalIds.from(until),
                " (" + String.join("|", ids) + ") ",
                most)
            .getResultList();
    return rows.stream().map(row -> signal((Object[]) row)).toList();
  }

  /**
   * Marks again what a signal is about, as if it had come now.
   *
   * @return false when signals of its kind mark nothing
   */
  public boolean replay(Signal kept) {
    Signal now =
        new Signal(
            kept.storeId(),
            kept.id(),
            kept.connectionId(),
            kept.platform(),
            kept.event(),
            clock.instant(),
            kept.bodyHash(),
            kept.bodySize());
    Set<String> stores = book.markAgain(List.of(now));
    stores.forEach(store -> wakeUps.send(new WakeUp(store)));
    return !stores.isEmpty();
  }

  /** Forgets signals beyond the retention, a part at a time so that no lock is held for long. */
  public int purge() {
    int purged = 0;
    int part = PURGED_TOGETHER;
    while (part == PURGED_TOGETHER) {
      part = transactions.call(this::purgePart);
      purged += part;
    }
    return purged;
  }

  private int purgePart() {
    return Sql.query(
            entities,
            "delete from received_signal where received_at < ? order by received_at limit "
                + PURGED_TOGETHER,
            clock.instant().minus(retention))
        .executeUpdate();
  }

  static Signal signal(Object[] row) {
    String refs = (String) row[7];
    WebhookEvent event =
        new WebhookEvent(
            (String) row[4],
            (String) row[5],
            Subject.valueOf((String) row[6]),
            refs.isEmpty() ? List.of() : List.of(refs.split(" ")),
            Urgency.values()[((Number) row[8]).intValue()],
            (String) row[9],
            Optional.ofNullable(row[10]).map(Sql::instant));
    return new Signal(
        (String) row[0],
        (String) row[1],
        (String) row[2],
        Platform.valueOf((String) row[3]),
        event,
        Sql.instant(row[11]),
        row[12].toString(),
        ((Number) row[13]).intValue());
  }
}
