package dev.storebridge.work;

import dev.storebridge.platform.Urgency;
import dev.storebridge.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Marks that come back by themselves: each has to be made due once, and again after it ended. */
@ApplicationScoped
@Transactional
public class RecurringMarks {

  private static final int ROWS_PER_STATEMENT = 500;

  private final EntityManager entities;
  private final Clock clock;

  public RecurringMarks(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** What comes back, of which store. */
  public record Thing(String storeId, String ref) {}

  /**
   * Makes due what is not; what is due at some time already, or being worked on, stays as it is.
   */
  public void keepDue(MarkKind kind, Collection<Thing> things, Urgency urgency) {
    Instant now = clock.instant();
    List<Thing> sorted = new ArrayList<>(things);
    sorted.sort(Comparator.comparing(Thing::storeId).thenComparing(Thing::ref));
    for (int from = 0; from < sorted.size(); from += ROWS_PER_STATEMENT) {
      List<Object[]> rows =
          sorted.subList(from, Math.min(sorted.size(), from + ROWS_PER_STATEMENT)).stream()
              .map(thing -> Marks.row(thing.storeId(), kind, thing.ref(), urgency, now, now))
              .toList();
      Sql.insert(
          entities,
          Marks.INSERT,
          rows,
          """
          on duplicate key update revision = revision + if(state in (1, 2), 0, 1),
            due_at = if(state in (1, 2), due_at, values(due_at)),
            state = if(state in (1, 2), state, 1)
          """);
    }
  }
}
