package dev.storebridge.work;

import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The stores that need a worker, found by looking at all marks. */
@ApplicationScoped
@Transactional
public class StoresInNeed {

  private static final int MOST = 10_000;

  private final EntityManager entities;
  private final Clock clock;

  public StoresInNeed(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** Those with something due, the longest waiting first, then those whose worker died. */
  public List<String> ids() {
    return Stream.concat(due(), orphaned()).distinct().toList();
  }

  private Stream<String> due() {
    return strings(
        """
        select store_id from mark where state = 1 and due_at <= ?
        group by store_id order by min(due_at) limit ?
        """,
        clock.instant(),
        MOST);
  }

  /** They hold claims while nobody holds their lease. */
  private Stream<String> orphaned() {
    return strings(
        """
        select distinct m.store_id from mark m left join lease l on l.store_id = m.store_id
        where m.state = 2 and (l.until is null or l.until < utc_timestamp(6))
        """);
  }

  private Stream<String> strings(String sql, Object... parameters) {
    return Sql.query(entities, sql, parameters).getResultList().stream().map(String.class::cast);
  }
}
