package dev.storebridge.mapping;

import dev.storebridge.mapping.Reconciliation.Counts;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** When each connection was compared with its shop, and what that found. */
@ApplicationScoped
@Transactional
public class Reconciliations {

  private final EntityManager entities;

  public Reconciliations(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Reconciliation> of(String storeId, String connectionId) {
    return Sql.query(
            entities,
            "select next_at, checked_at, checked, differing, gone, doubled from reconciliation"
                + " where store_id = ? and connection_id = ?",
            storeId,
            connectionId)
        .getResultList()
        .stream()
        .findFirst()
        .map(row -> reconciliation(storeId, connectionId, (Object[]) row));
  }

  private static Reconciliation reconciliation(String storeId, String connectionId, Object[] row) {
    return new Reconciliation(
        storeId,
        connectionId,
        Sql.instant(row[0]),
        Optional.ofNullable(row[1]).map(Sql::instant),
        new Counts(number(row[2]), number(row[3]), number(row[4]), number(row[5])));
  }

  private static int number(Object column) {
    return ((Number) column).intValue();
  }

  public void write(Reconciliation made) {
    Sql.query(
            entities,
            """
            insert into reconciliation (store_id, connection_id, next_at, checked_at, checked,
              differing, gone, doubled) values (?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update next_at = values(next_at), checked_at = values(checked_at),
              checked = values(checked), differing = values(differing), gone = values(gone),
              doubled = values(doubled)
            """,
            made.storeId(),
            made.connectionId(),
            made.nextAt(),
            made.checkedAt().map(Sql::utc).orElse(null),
            made.counts().checked(),
            made.counts().differing(),
            made.counts().gone(),
            made.counts().doubled())
        .executeUpdate();
  }
}
