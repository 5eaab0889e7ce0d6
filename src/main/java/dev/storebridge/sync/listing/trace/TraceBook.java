package dev.storebridge.sync.listing.trace;

import dev.storebridge.mapping.Trace;
import dev.storebridge.mapping.Traces;
import dev.storebridge.work.Transactions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps traces, many in one statement: a trace explains and decides nothing, so that no lane waits
 * for it, and those of the last quarter of a second are lost with the process.
 */
@ApplicationScoped
public class TraceBook {

  private static final Logger LOG = Logger.getLogger(TraceBook.class);
  private static final int MOST_WAITING = 20_000;
  private static final int WRITTEN_TOGETHER = 200;
  private static final int FORGOTTEN_TOGETHER = 2_000;

  private final Traces traces;
  private final Transactions transactions;
  private final Clock clock;
  private final Duration retention;
  private final BlockingQueue<Trace> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong dropped = new AtomicLong();

  public TraceBook(
      Traces traces,
      Transactions transactions,
      Clock clock,
      @ConfigProperty(name = "storebridge.retention.traces", defaultValue = "14d")
          Duration retention) {
    this.traces = traces;
    this.transactions = transactions;
    this.clock = clock;
    this.retention = retention;
  }

  /** Keeps a trace; the next writing takes it along. */
  public void keep(Trace trace) {
    if (!waiting.offer(trace)) {
      dropped.incrementAndGet();
    }
  }

  /** Writes what waits. What cannot be written is told of, and not tried again. */
  @PreDestroy
  public synchronized void write() {
    List<Trace> part = new ArrayList<>();
    while (waiting.drainTo(part, WRITTEN_TOGETHER) > 0) {
      try {
        List<Trace> now = List.copyOf(part);
        transactions.run(() -> traces.write(now));
      } catch (PersistenceException | IllegalStateException e) {
        dropped.addAndGet(part.size());
        LOG.debug("Traces could not be written", e);
      }
      part.clear();
    }
    long lost = dropped.getAndSet(0);
    if (lost > 0) {
      LOG.warnf("%d traces of listings were not kept", lost);
    }
  }

  /** Forgets traces beyond the retention, a part at a time so that no lock is held for long. */
  public void purge() {
    int part = FORGOTTEN_TOGETHER;
    while (part == FORGOTTEN_TOGETHER) {
      part =
          transactions.call(
              () -> traces.forget(clock.instant().minus(retention), FORGOTTEN_TOGETHER));
    }
  }
}
