package dev.storebridge.sandbox.post;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.sandbox.http.CallLog;
import dev.storebridge.sandbox.http.Switches;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;

/** Delivers webhooks on threads of its own, as patiently and as unreliably as it is told. */
public final class Post implements AutoCloseable {

  /**
   * A platform's habits.
   *
   * @param patience how long an answer may take
   * @param retries pauses before each further attempt; empty where nothing is tried again
   * @param taken which statuses count as success
   */
  public record Habits(Duration patience, List<Duration> retries, IntPredicate taken) {}

  /** What the sender wants to know of its webhook. */
  public interface Outcome {

    /** Whether it is still to be tried again. */
    default boolean wanted() {
      return true;
    }

    /** An attempt ended. */
    void tried(boolean taken);
  }

  private final Habits habits;
  private final Switches<Mishap> mishaps = new Switches<>(Mishap.class);
  private final CallLog<Delivery> deliveries = new CallLog<>();
  private final AtomicReference<Runnable> held = new AtomicReference<>();
  private volatile double haste = 1;
  private final ScheduledExecutorService queue =
      Executors.newScheduledThreadPool(4, Thread.ofVirtual().name("post-", 0).factory());
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(1))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  public Post(Habits habits) {
    this.habits = habits;
  }

  /** What happens to webhooks on their way. */
  public Switches<Mishap> mishaps() {
    return mishaps;
  }

  /** The attempts so far. */
  public CallLog<Delivery> deliveries() {
    return deliveries;
  }

  /** Everything reliable and at the platform's own pace again, and nothing remembered. */
  public void reset() {
    mishaps.clear();
    deliveries.clear();
    held.set(null);
    haste = 1;
  }

  /** Makes the pauses before further attempts so many times shorter. */
  public void hurry(double factor) {
    haste = factor;
  }

  /**
   * Carries out an order of a control face: those of the switches, and haste.
   *
   * @throws IllegalArgumentException when there is no such mishap
   */
  public void obey(JsonNode order) {
    mishaps.obey(order);
    if (order.hasNonNull("haste")) {
      hurry(order.get("haste").asDouble());
    }
  }

  /** The switches and the last attempts, for a control face. */
  public Map<String, Object> report() {
    return Map.of(
        "mishaps", Mishap.values(),
        "switches", mishaps.armed(),
        "counts", deliveries.counts(),
        "last", deliveries.last(100));
  }

  /** Sends it soon, and again while it is refused and the habits allow it. */
  public void send(Letter letter, Outcome outcome) {
    if (mishaps.strikes(Mishap.LOSE, letter.topic())) {
      note(letter, 0, "lost");
      return;
    }
    int copies = mishaps.strikes(Mishap.DUPLICATE, letter.topic()) ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      dispatch(letter, outcome);
    }
  }

  private void dispatch(Letter letter, Outcome outcome) {
    Runnable sending = () -> attempt(letter, outcome, 0);
    if (mishaps.strikes(Mishap.REORDER, letter.topic())) {
      release(held.getAndSet(sending));
      later(() -> release(held.compareAndSet(sending, null) ? sending : null), mishaps.slowness());
    } else if (mishaps.strikes(Mishap.DELAY, letter.topic())) {
      later(sending, mishaps.slowness());
    } else {
      later(
          () -> {
            sending.run();
            release(held.getAndSet(null));
          },
          Duration.ZERO);
    }
  }

  private static void release(Runnable sending) {
    if (sending != null) {
      sending.run();
    }
  }

  private void attempt(Letter letter, Outcome outcome, int retry) {
    if (!outcome.wanted()) {
      return;
    }
    boolean taken = now(letter);
    outcome.tried(taken);
    if (!taken && retry < habits.retries().size()) {
      long pause = Math.round(habits.retries().get(retry).toNanos() / haste);
      later(() -> attempt(letter, outcome, retry + 1), Duration.ofNanos(pause));
    }
  }

  /** Does something else after a while, on one of these threads. */
  public void later(Runnable work, Duration pause) {
    try {
      ScheduledFuture<?> unused = queue.schedule(work, pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      // The platform is being shut down; so are its webhooks.
    }
  }

  /** Sends it once and waits for the answer; true when the receiver took it. */
  public boolean now(Letter letter) {
    int status = status(letter);
    boolean taken = habits.taken().test(status);
    note(letter, status, taken ? "taken" : "refused");
    return taken;
  }

  private int status(Letter letter) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(letter.to())
            .timeout(habits.patience())
            .POST(HttpRequest.BodyPublishers.ofByteArray(letter.body()));
    letter.headers().forEach(request::header);
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private void note(Letter letter, int status, String outcome) {
    deliveries.add(
        new Delivery(Instant.now(), letter.topic(), letter.to().toString(), status, outcome));
  }

  @Override
  public void close() {
    queue.shutdownNow();
    client.shutdownNow();
  }
}
