package dev.storebridge.work;

import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Lease rows: one owner at a time for each store account. Time is the database's, so that replicas
 * need not agree on it. A lease lasts ten seconds and is renewed every three.
 */
@ApplicationScoped
@Transactional
public class Leases {

  /** How long a lease lasts; the statements say the same. */
  static final Duration LIFE = Duration.ofSeconds(10);

  /** How often it is renewed; the route says the same. */
  static final Duration RENEWAL = Duration.ofSeconds(3);

  private final String owner = UUID.randomUUID().toString();
  private final EntityManager entities;

  public Leases(EntityManager entities) {
    this.entities = entities;
  }

  /** Takes the lease if nobody else holds it; a new epoch each time. */
  public Optional<Lease> take(String storeId) {
    Sql.query(
            entities,
            """
            insert into lease (store_id, owner, epoch, until)
            values (?, ?, 1, utc_timestamp(6) + interval 10 second)
            on duplicate key update
              epoch = if(until < utc_timestamp(6) or owner = values(owner), epoch + 1, epoch),
              owner = if(until < utc_timestamp(6), values(owner), owner),
              until = if(owner = values(owner), values(until), until)
            """,
            storeId,
            owner)
        .executeUpdate();
    return held(storeId);
  }

  private Optional<Lease> held(String storeId) {
    List<?> rows =
        Sql.query(
                entities,
                "select epoch from lease where store_id = ? and owner = ?",
                storeId,
                owner)
            .getResultList();
    return rows.stream().findFirst().map(row -> new Lease(storeId, ((Number) row).longValue()));
  }

  /** Renews leases in one statement; what is missing in the answer was lost. */
  public Set<String> renew(Collection<String> storeIds) {
    List<String> sorted = storeIds.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return Set.of();
    }
    String places = String.join(",", Collections.nCopies(sorted.size(), "?"));
    Object[] parameters = new Object[sorted.size() + 1];
    parameters[0] = owner;
    for (int i = 0; i < sorted.size(); i++) {
      parameters[i + 1] = sorted.get(i);
    }
    String ours = "where owner = ? and until >= utc_timestamp(6) and store_id in (" + places + ")";
    Sql.query(
            entities,
            "update lease set until = utc_timestamp(6) + interval 10 second " + ours,
            parameters)
        .executeUpdate();
    Set<String> renewed = new HashSet<>();
    Sql.query(entities, "select store_id from lease " + ours, parameters)
        .getResultList()
        .forEach(row -> renewed.add((String) row));
    return renewed;
  }

  /** Gives a lease back early, so that the next owner need not wait for its end. */
  public void release(Lease lease) {
    Sql.query(
            entities,
            """
            update lease set until = utc_timestamp(6) - interval 1 second
            where store_id = ? and owner = ? and epoch = ?
            """,
            lease.storeId(),
            owner,
            lease.epoch())
        .executeUpdate();
  }
}
