package dev.storebridge.console;

import dev.storebridge.mapping.Completeness;
import dev.storebridge.mapping.Completeness.Kind;
import dev.storebridge.mapping.CompletenessCounts;
import dev.storebridge.platform.LinkedShops;
import dev.storebridge.platform.Urgency;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether both sides have what they should. */
@Path("/api/connections/{connection}/completeness")
@Tag(name = "orders")
@RunOnVirtualThread
public class CompletenessResource {

  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Connections connections;
  private final LinkedShops shops;
  private final CompletenessCounts counts;
  private final Marks marks;
  private final WakeUps wakeUps;
  private final Clock clock;

  CompletenessResource(
      Connections connections,
      LinkedShops shops,
      CompletenessCounts counts,
      Marks marks,
      WakeUps wakeUps,
      Clock clock) {
    this.connections = connections;
    this.shops = shops;
    this.counts = counts;
    this.marks = marks;
    this.wakeUps = wakeUps;
    this.clock = clock;
  }

  /** Counts anew, by the worker that owns the store, and waits for it. */
  @GET
  @Operation(
      summary = "What shop and store have of each other: counted now, which may take some seconds")
  public CompletenessView get(@PathParam("connection") String id) throws InterruptedException {
    ConnectionRules rules = connections.get(id);
    if (shops.of(rules.id()).isEmpty()) {
      throw notYet();
    }
    Instant asked = clock.instant();
    marks.mark(rules.storeId(), MarkKind.COMPLETENESS, List.of(rules.id()), Urgency.ORDER, asked);
    wakeUps.send(new WakeUp(rules.storeId()));
    Instant end = asked.plus(PATIENCE);
    Optional<Completeness> orders = last(rules, Kind.ORDERS);
    while (orders.filter(count -> !count.checkedAt().isBefore(asked)).isEmpty()
        && clock.instant().isBefore(end)) {
      Thread.sleep(BETWEEN_LOOKS);
      orders = last(rules, Kind.ORDERS);
    }
    return CompletenessView.of(
        orders.orElseThrow(CompletenessResource::notYet),
        last(rules, Kind.LISTINGS).orElseThrow(CompletenessResource::notYet));
  }

  private Optional<Completeness> last(ConnectionRules rules, Kind kind) {
    return counts.last(rules.storeId(), rules.id(), kind);
  }

  private static ApiProblem notYet() {
    return ApiProblem.of(
        503,
        "not-counted-yet",
        "Both sides have not been counted yet.",
        "Connect store and shop, and ask again in a moment; problems of the connection say what is"
            + " in the way.");
  }
}
