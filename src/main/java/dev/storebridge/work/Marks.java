package dev.storebridge.work;

import dev.storebridge.platform.Urgency;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The marks of all store accounts: one row per (store, kind, ref), never deleted. A thousand
 * changes of one thing are one row, so bursts coalesce and order does not matter.
 */
@ApplicationScoped
@Transactional
public class Marks {

  private static final int SETTLED = 0;
  private static final int DUE = 1;
  private static final int CLAIMED = 2;
  private static final int PARKED = 3;
  private static final List<String> WORDS = List.of("settled", "due", "running", "parked");
  private static final int ROWS_PER_STATEMENT = 500;

  /** How things are marked, however many; {@link #row} makes the rows. */
  static final String INSERT =
      "insert into mark (store_id, kind, ref, revision, state, urgency, told_at, due_at) values ";

  static final String ON_DUPLICATE =
      """
      on duplicate key update revision = revision + 1,
        urgency = if(state in (1, 2), least(urgency, values(urgency)), values(urgency)),
        state = if(state = 2, 2, 1), told_at = greatest(told_at, values(told_at)),
        due_at = values(due_at)
      """;

  private static final RandomGenerator TOKENS = new Random();

  private final EntityManager entities;
  private final Clock clock;

  public Marks(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Marks things as out of line: each revision grows by one, what was parked or settled is due now.
   *
   * @param toldAt when we were told; when a scan tells, the moment its reading began
   */
  public void mark(
      String storeId, MarkKind kind, Collection<String> refs, Urgency urgency, Instant toldAt) {
    List<String> sorted = refs.stream().distinct().sorted().toList();
    for (int from = 0; from < sorted.size(); from += ROWS_PER_STATEMENT) {
      List<String> part = sorted.subList(from, Math.min(sorted.size(), from + ROWS_PER_STATEMENT));
      upsert(storeId, kind, part, urgency, toldAt);
    }
  }

  /**
   * Marks a thing of which the other side may not hold what we believe: as if a try had been made
   * whose end nobody knows.
   */
  public void doubt(String storeId, MarkKind kind, String ref, Urgency urgency) {
    mark(storeId, kind, List.of(ref), urgency, clock.instant());
    Sql.query(
            entities,
            "update mark set tries = greatest(tries, 1) where store_id = ? and kind = ? and ref = ?",
            storeId,
            kind.name(),
            ref)
        .executeUpdate();
  }

  private void upsert(
      String storeId, MarkKind kind, List<String> refs, Urgency urgency, Instant toldAt) {
    Instant now = clock.instant();
    Sql.insert(
        entities,
        INSERT,
        refs.stream().map(ref -> row(storeId, kind, ref, urgency, toldAt, now)).toList(),
        ON_DUPLICATE);
  }

  static Object[] row(
      String storeId, MarkKind kind, String ref, Urgency urgency, Instant toldAt, Instant dueAt) {
    return new Object[] {storeId, kind.name(), ref, 1L, DUE, urgency.ordinal(), toldAt, dueAt};
  }

  /**
   * Marks one thing for a look that need not be now: an earlier date that stands already is kept.
   */
  public void markFor(String storeId, MarkKind kind, String ref, Urgency urgency, Instant dueAt) {
    Sql.insert(
        entities,
        INSERT,
        List.<Object[]>of(row(storeId, kind, ref, urgency, clock.instant(), dueAt)),
        """
        on duplicate key update revision = revision + 1,
          due_at = if(state = 1, least(due_at, values(due_at)), values(due_at)),
          state = if(state = 2, 2, 1), told_at = values(told_at)
        """);
  }

  /**
   * Takes the most urgent due marks of a store for the holder of its lease. It waits for no row: a
   * mark that somebody is writing just now is left to the wake-up that follows.
   */
  public List<Claim> claim(Lease lease, int most) {
    List<Claim> due = due(lease.storeId(), TOKENS.nextLong(), most);
    due.stream()
        .collect(Collectors.groupingBy(Claim::kind, TreeMap::new, Collectors.toList()))
        .forEach((kind, claims) -> take(lease, kind, claims));
    return due;
  }

  private List<Claim> due(String storeId, long token, int most) {
    List<?> rows =
        Sql.query(
                entities,
                """
                select kind, ref, revision, told_at, tries from mark
                where store_id = ? and state = 1 and due_at <= ?
                order by urgency, due_at limit ? for update skip locked
                """,
                storeId,
                clock.instant(),
                most)
            .getResultList();
    return rows.stream().map(row -> claim(storeId, token, (Object[]) row)).toList();
  }

  private static Claim claim(String storeId, long token, Object[] row) {
    return new Claim(
        storeId,
        MarkKind.valueOf((String) row[0]),
        (String) row[1],
        ((Number) row[2]).longValue(),
        Sql.instant(row[3]),
        token,
        ((Number) row[4]).intValue());
  }

  private void take(Lease lease, MarkKind kind, List<Claim> claims) {
    Stream<Object> start =
        Stream.of(claims.getFirst().token(), lease.epoch(), lease.storeId(), kind.name());
    Sql.query(
            entities,
            "update mark set state = 2, claim_token = ?, claim_epoch = ?,"
                + " claimed_revision = revision where store_id = ? and kind = ? and ref in ("
                + String.join(",", Collections.nCopies(claims.size(), "?"))
                + ")",
            Stream.concat(start, claims.stream().map(Claim::ref)).toArray())
        .executeUpdate();
  }

  /**
   * Both sides are in line as of the claimed revision.
   *
   * @return false when the claim was lost meanwhile, and nothing was written
   */
  public boolean settle(Claim claim) {
    return end(
        claim,
        "settled_revision = claimed_revision, tries = if(revision > claimed_revision, tries, 0)",
        SETTLED);
  }

  /** A person has to look at it; a newer mark makes it due again. */
  public boolean park(Claim claim) {
    return end(claim, "tries = 0", PARKED);
  }

  private boolean end(Claim claim, String change, int state) {
    return Sql.query(
                entities,
                "update mark set "
                    + change
                    + ", state = if(revision > claimed_revision, 1, ?), claim_token = null "
                    + "where store_id = ? and kind = ? and ref = ? and state = 2 "
                    + "and claim_token = ?",
                state,
                claim.storeId(),
                claim.kind().name(),
                claim.ref(),
                claim.token())
            .executeUpdate()
        == 1;
  }

  /**
   * Puts it off: due again at a later time, or at once when it was marked meanwhile.
   *
   * @param counts whether this was a try that failed, and not just a wait
   */
  public boolean postpone(Claim claim, Instant until, boolean counts) {
    return later(claim, until, counts ? "tries + 1" : "tries");
  }

  /** It went well and is due again by itself: earlier tries that failed are forgotten. */
  public boolean comeBack(Claim claim, Instant at) {
    return later(claim, at, "0");
  }

  private boolean later(Claim claim, Instant at, String tries) {
    return Sql.query(
                entities,
                "update mark set state = 1, claim_token = null, tries = "
                    + tries
                    + ", due_at = if(revision > claimed_revision, due_at, ?)"
                    + " where store_id = ? and kind = ? and ref = ? and state = 2"
                    + " and claim_token = ?",
                at,
                claim.storeId(),
                claim.kind().name(),
                claim.ref(),
                claim.token())
            .executeUpdate()
        == 1;
  }

  /** Makes everything due now that was put off: what it waited for has happened. */
  public void hasten(String storeId) {
    Sql.query(
            entities,
            "update mark set due_at = ? where store_id = ? and state = 1 and due_at > ?",
            clock.instant(),
            storeId,
            clock.instant())
        .executeUpdate();
  }

  /**
   * Makes the claims of earlier lease holders due again; each was a try, of which nobody knows how
   * far it got.
   */
  public int free(Lease lease) {
    return Sql.query(
            entities,
            """
            update mark set state = 1, claim_token = null, tries = tries + 1
            where store_id = ? and state = 2 and claim_epoch < ?
            """,
            lease.storeId(),
            lease.epoch())
        .executeUpdate();
  }

  /**
   * How the mark of one thing stands.
   *
   * @param state settled, due, running or parked
   * @param toldAt when we were told last
   * @param dueAt when it is looked at next, while it is due
   */
  public record Standing(String state, Instant toldAt, Instant dueAt, int tries) {}

  /** How the mark of one thing stands; empty when it never was marked. */
  public Optional<Standing> standing(String storeId, MarkKind kind, String ref) {
    return Sql.query(
            entities,
            "select state, told_at, due_at, tries from mark"
                + " where store_id = ? and kind = ? and ref = ?",
            storeId,
            kind.name(),
            ref)
        .getResultList()
        .stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(
            row ->
                new Standing(
                    WORDS.get(((Number) row[0]).intValue()),
                    Sql.instant(row[1]),
                    Sql.instant(row[2]),
                    ((Number) row[3]).intValue()));
  }

  /** How many marks of a kind are due or being worked on. */
  public long open(String storeId, MarkKind kind) {
    return ((Number)
            Sql.query(
                    entities,
                    "select count(*) from mark where store_id = ? and state in (?, ?) and kind = ?",
                    storeId,
                    DUE,
                    CLAIMED,
                    kind.name())
                .getSingleResult())
        .longValue();
  }
}
