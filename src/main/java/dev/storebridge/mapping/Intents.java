package dev.storebridge.mapping;

import dev.storebridge.mapping.ListingRecord.Key;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The intents to create listings. An intent is written before the call and goes with the binding of
 * its answer, in one transaction.
 */
@ApplicationScoped
@Transactional
public class Intents {

  private static final String LISTING = "LISTING";

  private final EntityManager entities;
  private final Clock clock;

  public Intents(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** The intent that is open for a product. */
  public Optional<Intent> open(Key key) {
    List<?> rows =
        Sql.query(
                entities,
                """
                select idempotency_key, started_at, misses from intent
                where store_id = ? and connection_id = ? and kind = ? and ref = ?
                """,
                key.storeId(),
                key.connectionId(),
                LISTING,
                key.productId())
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(row -> new Intent((String) row[0], Sql.instant(row[1]), ((Number) row[2]).intValue()));
  }

  /** Writes an intent down; committed when this returns. */
  public Intent begin(Key key) {
    Intent intent = new Intent(UUID.randomUUID().toString(), clock.instant(), 0);
    Sql.query(
            entities,
            """
            insert into intent (store_id, connection_id, kind, ref, idempotency_key, started_at)
            values (?, ?, ?, ?, ?, ?)
            """,
            key.storeId(),
            key.connectionId(),
            LISTING,
            key.productId(),
            intent.idempotencyKey(),
            intent.startedAt())
        .executeUpdate();
    return intent;
  }

  /** A look-up by the reference found nothing. */
  public void missed(Key key) {
    change(key, "update intent set misses = misses + 1");
  }

  /** The same intent is tried once more: its horizon begins anew. */
  public void again(Key key) {
    Sql.query(
            entities,
            "update intent set misses = 0, started_at = ? " + OF_KEY,
            clock.instant(),
            key.storeId(),
            key.connectionId(),
            LISTING,
            key.productId())
        .executeUpdate();
  }

  /** It is known how it ended. */
  public void end(Key key) {
    change(key, "delete from intent");
  }

  private static final String OF_KEY =
      " where store_id = ? and connection_id = ? and kind = ? and ref = ?";

  private void change(Key key, String statement) {
    Sql.query(
            entities,
            statement + OF_KEY,
            key.storeId(),
            key.connectionId(),
            LISTING,
            key.productId())
        .executeUpdate();
  }
}
