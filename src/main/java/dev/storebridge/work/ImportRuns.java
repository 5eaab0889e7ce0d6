package dev.storebridge.work;

import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The imports of each connection; the newest one is the one that counts. */
@ApplicationScoped
@Transactional
public class ImportRuns {

  private final EntityManager entities;
  private final Clock clock;

  public ImportRuns(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** The newest run. */
  public Optional<ImportRun> newest(String storeId, String connectionId) {
    List<?> rows =
        Sql.query(
                entities,
                """
                select run_id, started_at, total from import_run
                where store_id = ? and connection_id = ? order by run_id desc limit 1
                """,
                storeId,
                connectionId)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(
            row ->
                new ImportRun(
                    storeId,
                    connectionId,
                    ((Number) row[0]).longValue(),
                    Sql.instant(row[1]),
                    row[2] == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(((Number) row[2]).intValue())));
  }

  /** Opens the run after this one; two callers at once open the same. */
  public void open(String storeId, String connectionId, long id) {
    Sql.query(
            entities,
            """
            insert ignore into import_run (store_id, connection_id, run_id, started_at)
            values (?, ?, ?, ?)
            """,
            storeId,
            connectionId,
            id,
            clock.instant())
        .executeUpdate();
  }

  /** The catalogue has been read: so many products are to be in line at the end. */
  public void counted(ImportRun run, int total) {
    Sql.query(
            entities,
            "update import_run set total = ? where store_id = ? and connection_id = ? and run_id = ?",
            total,
            run.storeId(),
            run.connectionId(),
            run.id())
        .executeUpdate();
  }
}
