package dev.storebridge.mapping;

import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** What was seen and done for each listing, time by time, for as long as it is kept. */
@ApplicationScoped
@Transactional
public class Traces {

  private final EntityManager entities;

  public Traces(EntityManager entities) {
    this.entities = entities;
  }

  /** Writes all in one statement. */
  public void write(List<Trace> traces) {
    if (traces.isEmpty()) {
      return;
    }
    Sql.insert(
        entities,
        "insert into trace (store_id, connection_id, product_id, ended_at, work) values ",
        traces.stream()
            .map(
                trace ->
                    new Object[] {
                      trace.key().storeId(),
                      trace.key().connectionId(),
                      trace.key().productId(),
                      trace.endedAt(),
                      Json.text(trace.work())
                    })
            .toList(),
        "on duplicate key update work = values(work)");
  }

  /** A listing's traces that ended before a moment, latest first. */
  public List<Trace> before(ListingRecord.Key key, Instant before, int most) {
    List<?> rows =
        Sql.query(
                entities,
                """
                select ended_at, work from trace
                where store_id = ? and connection_id = ? and product_id = ? and ended_at < ?
                order by ended_at desc limit ?
                """,
                key.storeId(),
                key.connectionId(),
                key.productId(),
                before,
                most)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Trace(key, Sql.instant(row[0]), Json.read((String) row[1], Trace.Work.class)))
        .toList();
  }

  /**
   * Forgets traces that ended before a moment, oldest first.
   *
   * @return how many, at most {@code most}
   */
  public int forget(Instant before, int most) {
    return Sql.query(
            entities,
            "delete from trace where ended_at < ? order by ended_at limit ?",
            before,
            most)
        .executeUpdate();
  }
}
