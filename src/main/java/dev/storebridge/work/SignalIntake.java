package dev.storebridge.work;

import dev.storebridge.platform.Platform;
import dev.storebridge.platform.WebhookEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Takes signals in: durable with their marks before anybody is told that they are. What arrives
 * while one commit runs goes into the next, so many share a commit when many come, and one that
 * comes alone waits for nobody.
 */
@ApplicationScoped
public class SignalIntake {

  private static final Logger LOG = Logger.getLogger(SignalIntake.class);
  private static final int WAITING_AT_MOST = 20_000;
  private static final int TOGETHER = 256;

  /**
   * The most patient platform that retries gives up after five seconds, the hastiest after three.
   */
  private static final Duration PATIENCE = Duration.ofMillis(2_500);

  private final SignalBook book;
  private final WakeUps wakeUps;
  private final Clock clock;
  private final SignalIds ids = new SignalIds();
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_AT_MOST);
  private final Thread writer =
      Thread.ofPlatform().name("signal-writer").daemon().unstarted(this::run);
  private volatile boolean stopping;

  SignalIntake(SignalBook book, WakeUps wakeUps, Clock clock) {
    this.book = book;
    this.wakeUps = wakeUps;
    this.clock = clock;
  }

  /**
   * For whom a signal is.
   *
   * @param storeId or {@link Signal#ofApp}
   * @param connectionId empty when it concerns all of the store's
   */
  public record Addressee(String storeId, String connectionId) {}

  /** What came in: once read, for one addressee or several. */
  public record Arrival(Platform platform, WebhookEvent event, String bodyHash, int bodySize) {}

  /** Nothing was kept: whoever sent it has to send it again. */
  public static final class NotKept extends Exception {
    private static final long serialVersionUID = 1L;

    NotKept(String reason, Throwable cause) {
      super(reason, cause);
    }
  }

  private record Waiting(List<Signal> signals, CompletableFuture<Void> kept) {}

  void start(@Observes StartupEvent event) {
    writer.start();
  }

  /**
   * Returns once the signal is durable for every addressee, or was so before.
   *
   * @throws NotKept when it is not
   */
  public void keep(Arrival arrival, List<Addressee> addressees) throws NotKept {
    Instant now = clock.instant();
    Waiting waiting =
        new Waiting(
            addressees.stream().map(addressee -> signal(arrival, addressee, now)).toList(),
            new CompletableFuture<>());
    if (stopping || !queue.offer(waiting)) {
      throw new NotKept("too many are waiting", null);
    }
    await(waiting.kept());
  }

  private Signal signal(Arrival arrival, Addressee addressee, Instant now) {
    return new Signal(
        addressee.storeId(),
        ids.next(ChronoUnit.MICROS.between(Instant.EPOCH, now)),
        addressee.connectionId(),
        arrival.platform(),
        arrival.event(),
        now,
        arrival.bodyHash(),
        arrival.bodySize());
  }

  private static void await(CompletableFuture<Void> kept) throws NotKept {
    try {
      kept.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      kept.cancel(false);
      throw new NotKept("the database does not answer in time", e);
    } catch (ExecutionException e) {
      throw new NotKept(String.valueOf(e.getCause().getMessage()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotKept("interrupted", e);
    }
  }

  private void run() {
    List<Waiting> batch = new ArrayList<>(TOGETHER);
    while (!stopping || !queue.isEmpty()) {
      try {
        Waiting first = queue.poll(1, TimeUnit.SECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, TOGETHER - 1);
          batch.removeIf(waiting -> waiting.kept().isDone());
          write(batch);
          batch.clear();
        }
      } catch (InterruptedException e) {
        stopping = true;
      }
    }
  }

  /** A batch that fails is written one by one, so that nobody suffers for another's fault. */
  private void write(List<Waiting> batch) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      Set<String> stores =
          book.write(batch.stream().flatMap(waiting -> waiting.signals().stream()).toList());
      batch.forEach(waiting -> waiting.kept().complete(null));
      Thread.startVirtualThread(() -> stores.forEach(this::wake));
    } catch (RuntimeException e) {
      if (batch.size() > 1 && !away(e)) {
        batch.forEach(waiting -> write(List.of(waiting)));
      } else {
        LOG.warnf("%d webhooks could not be kept: %s", batch.size(), e.getMessage());
        batch.forEach(waiting -> waiting.kept().completeExceptionally(e));
      }
    }
  }

  /** True when the database as a whole is out of reach, so that trying one by one is in vain. */
  private static boolean away(RuntimeException fault) {
    return fault instanceof SignalBook.NotWritten refused
        ? refused.unreachable()
        : !(fault instanceof IllegalArgumentException);
  }

  /** A wake-up that gets lost costs a second, and no answer. */
  private void wake(String storeId) {
    try {
      wakeUps.send(new WakeUp(storeId));
    } catch (RuntimeException e) {
      LOG.debugf("Store %s was not woken: %s", storeId, e.getMessage());
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    writer.join(PATIENCE);
  }
}
