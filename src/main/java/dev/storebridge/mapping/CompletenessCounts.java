package dev.storebridge.mapping;

import dev.storebridge.mapping.Completeness.Kind;
import dev.storebridge.mapping.Completeness.Side;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The last count of both sides of each connection, and what of the products is counted here. */
@ApplicationScoped
@Transactional
public class CompletenessCounts {

  private static final String OF_CONNECTION = " where store_id = ? and connection_id = ?";

  private final EntityManager entities;

  public CompletenessCounts(EntityManager entities) {
    this.entities = entities;
  }

  /** The last count; empty before the first. */
  public Optional<Completeness> last(String storeId, String connectionId, Kind kind) {
    return Sql.query(
            entities,
            "select checked_at, channel_count, channel_sum, store_count, store_sum, missing, repaired"
                + " from completeness"
                + OF_CONNECTION
                + " and kind = ?",
            storeId,
            connectionId,
            kind.name())
        .getResultList()
        .stream()
        .findFirst()
        .map(row -> completeness(kind, (Object[]) row));
  }

  private static Completeness completeness(Kind kind, Object[] row) {
    return new Completeness(
        kind, Sql.instant(row[0]), side(row, 1), side(row, 3), ids(row[5]), ids(row[6]));
  }

  private static Side side(Object[] row, int from) {
    return new Side(((Number) row[from]).intValue(), (BigDecimal) row[from + 1]);
  }

  private static List<String> ids(Object text) {
    return Stream.of(((String) text).split(",")).filter(id -> !id.isEmpty()).toList();
  }

  /** Writes a count; what was missing before and is not now was repaired. */
  public void write(String storeId, String connectionId, Completeness count) {
    Completeness now = last(storeId, connectionId, count.kind()).map(count::after).orElse(count);
    Sql.query(
            entities,
            """
            insert into completeness (store_id, connection_id, kind, checked_at, channel_count,
              channel_sum, store_count, store_sum, missing, repaired)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update checked_at = values(checked_at),
              channel_count = values(channel_count), channel_sum = values(channel_sum),
              store_count = values(store_count), store_sum = values(store_sum),
              missing = values(missing), repaired = values(repaired)
            """,
            storeId,
            connectionId,
            now.kind().name(),
            now.checkedAt(),
            now.channel().count(),
            now.channel().sum(),
            now.store().count(),
            now.store().sum(),
            String.join(",", now.missing()),
            String.join(",", now.repaired()))
        .executeUpdate();
  }

  /**
   * Counts products that the rules take and those of them that have a listing; a product that the
   * rules withdrew is not expected to.
   */
  public Completeness listings(String storeId, String connectionId, Instant now) {
    List<?> rows =
        Sql.query(
                entities,
                """
                select l.product_id, l.channel_id,
                  (select count(*) from offer o where o.store_id = l.store_id
                    and o.connection_id = l.connection_id and o.product_id = l.product_id)
                from listing l where l.store_id = ? and l.connection_id = ? and l.withdrawn = 0
                """,
                storeId,
                connectionId)
            .getResultList();
    Side channel = Side.NOTHING;
    Side store = Side.NOTHING;
    List<String> missing = new ArrayList<>();
    for (Object one : rows) {
      Object[] row = (Object[]) one;
      BigDecimal offers = BigDecimal.valueOf(((Number) row[2]).longValue());
      store = store.and(offers);
      if (row[1] == null) {
        missing.add((String) row[0]);
      } else {
        channel = channel.and(offers);
      }
    }
    return new Completeness(Kind.LISTINGS, now, channel, store, missing, List.of());
  }
}
