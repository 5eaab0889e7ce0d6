package dev.storebridge.sync.listing;

import dev.storebridge.platform.Urgency;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Problem;
import dev.storebridge.work.ShopRef;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Another try, because a person asked for it: marks what problems are about. */
@ApplicationScoped
public class Retries {

  private final Marks marks;
  private final WakeUps wakeUps;
  private final Clock clock;

  public Retries(Marks marks, WakeUps wakeUps, Clock clock) {
    this.marks = marks;
    this.wakeUps = wakeUps;
    this.clock = clock;
  }

  /** Marks; a problem closes by itself once its thing is in line. */
  public void retry(ConnectionRules connection, List<Problem> problems) {
    List<String> products =
        problems.stream()
            .filter(problem -> problem.kind() == Problem.Kind.LISTING)
            .map(Problem::ref)
            .toList();
    marks.mark(connection.storeId(), MarkKind.PRODUCT, products, Urgency.CONTENT, clock.instant());
    List<String> orders =
        problems.stream()
            .filter(problem -> problem.kind() == Problem.Kind.ORDER)
            .map(problem -> new ShopRef(connection.id(), problem.ref()).text())
            .toList();
    marks.mark(connection.storeId(), MarkKind.ORDER, orders, Urgency.ORDER, clock.instant());
    if (problems.stream().anyMatch(problem -> problem.kind() == Problem.Kind.ACCOUNT)) {
      marks.hasten(connection.storeId());
    }
    wakeUps.send(new WakeUp(connection.storeId()));
  }
}
