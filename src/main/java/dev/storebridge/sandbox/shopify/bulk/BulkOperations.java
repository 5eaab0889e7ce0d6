package dev.storebridge.sandbox.shopify.bulk;

import dev.storebridge.sandbox.shopify.graphql.AdminApi;
import dev.storebridge.sandbox.shopify.graphql.ApiException;
import dev.storebridge.sandbox.shopify.graphql.BulkDesk;
import dev.storebridge.sandbox.shopify.graphql.BulkJob;
import dev.storebridge.sandbox.shopify.graphql.Caller;
import dev.storebridge.sandbox.shopify.graphql.UserProblem;
import dev.storebridge.sandbox.shopify.store.Gid;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * The life of bulk operations: created, running after half of the delay, done after all of it; at
 * most five at once per app.
 */
public final class BulkOperations implements BulkDesk, AutoCloseable {

  private static final int AT_ONCE = 5;

  private final Map<Long, BulkTask> tasks = new ConcurrentSkipListMap<>();
  private final AtomicLong ids = new AtomicLong(7_756_800_000_000L);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sandbox-bulk").factory());
  private final BulkFiles files;
  private final Clock clock;
  private final BooleanSupplier failing;
  private volatile Duration delay;
  private volatile AdminApi api;

  /** The supplier says whether operations fail for now. */
  public BulkOperations(BulkFiles files, Clock clock, Duration delay, BooleanSupplier failing) {
    this.files = files;
    this.clock = clock;
    this.delay = delay;
    this.failing = failing;
  }

  /** Gives the API that runs the queries; it needs this desk first. */
  public void use(AdminApi runner) {
    api = runner;
  }

  /** How long an operation takes from now on. */
  public void delay(Duration takes) {
    delay = takes;
  }

  @Override
  public synchronized Receipt run(Caller caller, String query, boolean grouped) {
    Optional<String> objection = api.bulkObjection(query);
    if (objection.isPresent()) {
      return refused(new UserProblem(List.of("query"), objection.get(), "INVALID"));
    }
    List<BulkTask> open =
        tasks.values().stream().filter(t -> t.belongsTo(caller) && t.isOpen()).toList();
    if (open.size() >= AT_ONCE) {
      String busy = Gid.of("BulkOperation", open.getFirst().job().id());
      return refused(
          new UserProblem(
              null,
              "A bulk query operation for this app and shop is already in progress: " + busy + ".",
              "OPERATION_IN_PROGRESS"));
    }
    BulkTask task =
        new BulkTask(
            ids.incrementAndGet(), new BulkExport.Order(caller, query, grouped), clock.instant());
    tasks.put(task.job().id(), task);
    later(delay.toMillis() / 2, () -> start(task));
    return new Receipt(task.job(), List.of());
  }

  @Override
  public Receipt cancel(Caller caller, long id) {
    BulkTask task = tasks.get(id);
    if (task == null || !task.belongsTo(caller)) {
      return refused(new UserProblem(List.of("id"), "Bulk operation does not exist", null));
    }
    if (!task.cancelling()) {
      String message = "A bulk operation cannot be canceled when it is " + task.status();
      return new Receipt(task.job(), List.of(new UserProblem(null, message, null)));
    }
    later(20, () -> task.cancelled(clock.instant()));
    return new Receipt(task.job(), List.of());
  }

  @Override
  public Optional<BulkJob> find(Caller caller, long id) {
    return Optional.ofNullable(tasks.get(id)).filter(t -> t.belongsTo(caller)).map(BulkTask::job);
  }

  @Override
  public List<BulkJob> all(Caller caller) {
    return tasks.values().stream().filter(t -> t.belongsTo(caller)).map(BulkTask::job).toList();
  }

  /** Forgets every operation. */
  public void reset() {
    tasks.clear();
    files.clear();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    files.close();
  }

  private void later(long millis, Runnable step) {
    Future<?> unused = timer.schedule(step, millis, TimeUnit.MILLISECONDS);
  }

  private void start(BulkTask task) {
    if (task.running()) {
      later(delay.toMillis() / 2, () -> finish(task));
    }
  }

  private void finish(BulkTask task) {
    if (failing.getAsBoolean()) {
      task.failed("INTERNAL_SERVER_ERROR", clock.instant());
      return;
    }
    try {
      Path file = files.create();
      BulkExport.Written written =
          new BulkExport(api).write(task.order(), file, () -> !task.isRunning());
      String url = written.objects() == 0 ? null : files.url(file);
      task.completed(written, url, clock.instant());
    } catch (ApiException e) {
      boolean denied = e.extensions().containsValue("ACCESS_DENIED");
      task.failed(denied ? "ACCESS_DENIED" : "INTERNAL_SERVER_ERROR", clock.instant());
    } catch (RuntimeException e) {
      task.failed("INTERNAL_SERVER_ERROR", clock.instant());
    }
  }

  private static Receipt refused(UserProblem problem) {
    return new Receipt(null, List.of(problem));
  }
}
