package dev.storebridge.mapping;

import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Under which version of the rules each connection was brought in line. */
@ApplicationScoped
@Transactional
public class RulesFollowed {

  private final EntityManager entities;

  public RulesFollowed(EntityManager entities) {
    this.entities = entities;
  }

  /** Empty for a connection that is new. */
  public Optional<String> version(String storeId, String connectionId) {
    return Sql.query(
            entities,
            "select version from rules_followed where store_id = ? and connection_id = ?",
            storeId,
            connectionId)
        .getResultList()
        .stream()
        .findFirst()
        .map(String.class::cast);
  }

  /** All is in line with this version, or marked to be brought in line with it. */
  public void follow(String storeId, String connectionId, String version) {
    Sql.query(
            entities,
            "insert into rules_followed (store_id, connection_id, version) values (?, ?, ?)"
                + " on duplicate key update version = values(version)",
            storeId,
            connectionId,
            version)
        .executeUpdate();
  }
}
