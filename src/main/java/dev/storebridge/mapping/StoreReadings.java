package dev.storebridge.mapping;

import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** How far the changes of each store have been read. */
@ApplicationScoped
@Transactional
public class StoreReadings {

  private final EntityManager entities;

  public StoreReadings(EntityManager entities) {
    this.entities = entities;
  }

  /** Every change before this has been read; empty before the first reading. */
  public Optional<Instant> until(String storeId) {
    return Sql.query(entities, "select read_until from store_reading where store_id = ?", storeId)
        .getResultList()
        .stream()
        .findFirst()
        .map(Sql::instant);
  }

  public void reached(String storeId, Instant until) {
    Sql.query(
            entities,
            "insert into store_reading (store_id, read_until) values (?, ?)"
                + " on duplicate key update read_until = values(read_until)",
            storeId,
            until)
        .executeUpdate();
  }
}
