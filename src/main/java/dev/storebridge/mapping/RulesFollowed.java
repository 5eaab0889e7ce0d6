package dev.storebridge.mapping;

import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Under which version of the rules each connection was brought in line. */
@ApplicationScoped
@Transactional
public class RulesFollowed {

  private static final int ROWS_PER_STATEMENT = 500;

  private final EntityManager entities;

  public RulesFollowed(EntityManager entities) {
    this.entities = entities;
  }

  /** A connection and the version of the rules that it follows. */
  public record Followed(String storeId, String connectionId, String version) {}

  /** What is followed now, by connection id; connections that are new are missing. */
  public Map<String, String> versions(List<Followed> wanted) {
    Map<String, String> versions = new HashMap<>();
    for (int from = 0; from < wanted.size(); from += ROWS_PER_STATEMENT) {
      List<Followed> part =
          wanted.subList(from, Math.min(wanted.size(), from + ROWS_PER_STATEMENT));
      String places = String.join(",", Collections.nCopies(part.size(), "(?,?)"));
      Sql.query(
              entities,
              "select connection_id, version from rules_followed"
                  + " where (store_id, connection_id) in ("
                  + places
                  + ")",
              part.stream().flatMap(one -> Stream.of(one.storeId(), one.connectionId())).toArray())
          .getResultList()
          .stream()
          .map(Object[].class::cast)
          .forEach(row -> versions.put((String) row[0], row[1].toString()));
    }
    return versions;
  }

  /** All is in line with these versions, or marked to be brought in line with them. */
  public void follow(List<Followed> now) {
    for (int from = 0; from < now.size(); from += ROWS_PER_STATEMENT) {
      Sql.insert(
          entities,
          "insert into rules_followed (store_id, connection_id, version) values ",
          now.subList(from, Math.min(now.size(), from + ROWS_PER_STATEMENT)).stream()
              .map(one -> new Object[] {one.storeId(), one.connectionId(), one.version()})
              .toList(),
          "on duplicate key update version = values(version)");
    }
  }
}
