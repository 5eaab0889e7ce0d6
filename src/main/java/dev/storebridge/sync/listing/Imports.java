package dev.storebridge.sync.listing;

import dev.storebridge.mapping.Listings;
import dev.storebridge.platform.Urgency;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.work.ConnectionStates;
import dev.storebridge.work.ImportRun;
import dev.storebridge.work.ImportRuns;
import dev.storebridge.work.MarkKind;
import dev.storebridge.work.Marks;
import dev.storebridge.work.Transactions;
import dev.storebridge.work.WakeUp;
import dev.storebridge.work.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Full imports of a connection's catalogue: starting them and seeing how far they are. */
@ApplicationScoped
public class Imports {

  private final ImportRuns runs;
  private final Listings listings;
  private final ConnectionStates states;
  private final Marks marks;
  private final Transactions transactions;
  private final WakeUps wakeUps;
  private final Clock clock;

  public Imports(
      ImportRuns runs,
      Listings listings,
      ConnectionStates states,
      Marks marks,
      Transactions transactions,
      WakeUps wakeUps,
      Clock clock) {
    this.runs = runs;
    this.listings = listings;
    this.states = states;
    this.marks = marks;
    this.transactions = transactions;
    this.wakeUps = wakeUps;
    this.clock = clock;
  }

  /** Starts a run, or answers the one that is under way. From now on the connection is live. */
  public ImportProgress start(ConnectionRules connection) {
    Optional<ImportProgress> current = progress(connection);
    if (current.isPresent() && !current.get().finished()) {
      return current.get();
    }
    transactions.run(
        () -> {
          states.goLive(connection.storeId(), connection.id());
          open(connection);
        });
    wakeUps.send(new WakeUp(connection.storeId()));
    return progress(connection).orElseThrow();
  }

  /** Opens the run after the newest, in the caller's transaction. */
  public void open(ConnectionRules connection) {
    long next =
        runs.newest(connection.storeId(), connection.id()).map(ImportRun::id).orElse(0L) + 1;
    runs.open(connection.storeId(), connection.id(), next);
    marks.mark(
        connection.storeId(),
        MarkKind.CATALOGUE,
        List.of(connection.id()),
        Urgency.NEW_LISTING,
        clock.instant());
  }

  /** How far the newest run is; empty before the first. */
  public Optional<ImportProgress> progress(ConnectionRules connection) {
    return runs.newest(connection.storeId(), connection.id()).map(this::progress);
  }

  private ImportProgress progress(ImportRun run) {
    Listings.Tally tally = listings.tally(run.storeId(), run.connectionId(), run.id());
    return ImportProgress.of(
        run, tally.done(), tally.failed(), Duration.between(run.startedAt(), clock.instant()));
  }
}
