package dev.storebridge.work;

import dev.storebridge.platform.Urgency;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What of a store is due now, by how urgent it is. */
@ApplicationScoped
@Transactional
public class Backlog {

  private final EntityManager entities;
  private final Clock clock;

  public Backlog(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** Marks that are due or being worked on; what waits for a later moment is left out. */
  public Map<Urgency, Long> of(String storeId) {
    List<Object> rows =
        Sql.query(
                entities,
                """
                select urgency, count(*) from mark
                where store_id = ? and state in (1, 2) and due_at <= ? group by urgency
                """,
                storeId,
                clock.instant())
            .getResultList();
    Map<Urgency, Long> due = new EnumMap<>(Urgency.class);
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      due.put(
          Urgency.values()[((Number) columns[0]).intValue()], ((Number) columns[1]).longValue());
    }
    return due;
  }
}
