package dev.storebridge.work;

import dev.storebridge.platform.Explanation;
import dev.storebridge.sql.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The open problems: one per thing and cause, with its age and its number of tries. */
@ApplicationScoped
@Transactional
public class Problems implements PanacheRepositoryBase<ProblemRow, ProblemRow.Key> {

  private final EntityManager entities;
  private final Clock clock;

  public Problems(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * States all that is wrong with a thing now: new causes are opened, known ones counted, others
   * closed.
   *
   * @param nextTryAt when it is tried again by itself
   */
  public void state(
      Problem.Subject subject, List<Explanation> explanations, Optional<Instant> nextTryAt) {
    Map<String, Explanation> byId = new LinkedHashMap<>();
    explanations.forEach(explanation -> byId.put(id(subject, explanation), explanation));
    closeAllBut(subject, byId.keySet());
    insert(
        byId.entrySet().stream()
            .map(entry -> row(subject, entry.getKey(), entry.getValue(), nextTryAt))
            .toList());
  }

  private void insert(List<Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Sql.insert(
        entities,
        """
        insert into problem (store_id, problem_id, connection_id, kind, ref, code, cause, field, fix,
          message, since, next_try_at) values
        """,
        rows,
        """
        on duplicate key update tries = tries + 1, cause = values(cause), fix = values(fix),
          message = values(message), next_try_at = values(next_try_at)
        """);
  }

  /**
   * States which products of a connection share SKUs, as the reading of its whole catalogue found;
   * what was shared before is closed.
   *
   * @param explanations by the ids of the products
   */
  public void sharedSkus(
      String storeId, String connectionId, Map<String, List<Explanation>> explanations) {
    Map<String, Object[]> rows = new LinkedHashMap<>();
    explanations.forEach(
        (productId, found) -> {
          Problem.Subject subject = Problem.Subject.listing(storeId, connectionId, productId);
          found.forEach(
              one ->
                  rows.put(
                      id(subject, one), row(subject, id(subject, one), one, Optional.empty())));
        });
    String shared = "storeId = ?1 and connectionId = ?2 and code = ?3";
    if (rows.isEmpty()) {
      delete(shared, storeId, connectionId, Problem.SHARED_SKU);
    } else {
      delete(
          shared + " and problemId not in ?4",
          storeId,
          connectionId,
          Problem.SHARED_SKU,
          rows.keySet());
    }
    insert(List.copyOf(rows.values()));
  }

  private Object[] row(
      Problem.Subject subject, String id, Explanation explanation, Optional<Instant> nextTryAt) {
    return new Object[] {
      subject.storeId(),
      id,
      subject.connectionId(),
      subject.kind().name(),
      subject.ref(),
      cut(explanation.code(), 64),
      cut(explanation.cause(), 1000),
      cut(explanation.field(), 255),
      cut(explanation.fix(), 1000),
      cut(explanation.message(), 2000),
      clock.instant(),
      nextTryAt.orElse(null)
    };
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  private static String id(Problem.Subject subject, Explanation explanation) {
    String cause =
        String.join(
            "\n",
            subject.connectionId(),
            subject.kind().name(),
            subject.ref(),
            explanation.code(),
            explanation.field());
    return UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** The thing is in line: closes whatever was open. */
  public void close(Problem.Subject subject) {
    closeAllBut(subject, List.of());
  }

  private void closeAllBut(Problem.Subject subject, Collection<String> ids) {
    String about = "storeId = ?1 and connectionId = ?2 and kind = ?3 and ref = ?4 and code <> ?5";
    if (ids.isEmpty()) {
      delete(
          about,
          subject.storeId(),
          subject.connectionId(),
          subject.kind().name(),
          subject.ref(),
          Problem.SHARED_SKU);
    } else {
      delete(
          about + " and problemId not in ?6",
          subject.storeId(),
          subject.connectionId(),
          subject.kind().name(),
          subject.ref(),
          Problem.SHARED_SKU,
          ids);
    }
  }

  /** The problems of a connection in the order of their ids. */
  public List<Problem> list(String storeId, String connectionId, String afterId, int most) {
    return find(
            "storeId = ?1 and connectionId = ?2 and problemId > ?3",
            Sort.by("problemId"),
            storeId,
            connectionId,
            afterId)
        .page(Page.ofSize(most))
        .stream()
        .map(ProblemRow::problem)
        .toList();
  }

  /** The problems of these things of one kind. */
  public List<Problem> of(
      String storeId, String connectionId, Problem.Kind kind, Collection<String> refs) {
    if (refs.isEmpty()) {
      return List.of();
    }
    return find(
            "storeId = ?1 and connectionId = ?2 and kind = ?3 and ref in ?4",
            storeId,
            connectionId,
            kind.name(),
            refs)
        .stream()
        .map(ProblemRow::problem)
        .toList();
  }

  public Optional<Problem> problem(String storeId, String connectionId, String id) {
    return find("storeId = ?1 and problemId = ?2 and connectionId = ?3", storeId, id, connectionId)
        .firstResultOptional()
        .map(ProblemRow::problem);
  }
}
