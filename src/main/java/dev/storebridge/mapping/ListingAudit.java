package dev.storebridge.mapping;

import dev.storebridge.mapping.ListingRecord.Key;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** Listings that somebody should still be working on. */
@ApplicationScoped
@Transactional
public class ListingAudit {

  private static final int MOST = 5_000;

  private final EntityManager entities;

  public ListingAudit(EntityManager entities) {
    this.entities = entities;
  }

  /** At most 5,000 products that an import queued and that have not come to an end. */
  public List<Key> unfinished() {
    List<?> rows =
        Sql.query(
                entities,
                """
                select store_id, connection_id, product_id from listing
                where run_id > 0 and outcome = 0 and not parked limit
                """
                    + MOST)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Key((String) row[0], (String) row[1], (String) row[2]))
        .toList();
  }
}
