package dev.storebridge.woocommerce;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Works on the next of a numbered row of things while one is being used. How many of them are under
 * way is bounded here for the memory's sake; how many requests travel at once the guard decides.
 * For one thread; closing ends what is not needed any more.
 *
 * @param <T> what comes of each
 */
final class Ahead<T> implements AutoCloseable {

  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Future<T>> begun = new ArrayDeque<>();
  private final int most;
  private final IntFunction<T> work;
  private int next;

  /**
   * @param most how many are under way or done and not yet taken
   */
  Ahead(int most, IntFunction<T> work) {
    this.most = most;
    this.work = work;
  }

  /** What comes of every one of a list, in its order; the first failure ends the rest. */
  static <S, T> List<T> all(int most, List<S> things, Function<S, T> work) {
    List<T> done = new ArrayList<>(things.size());
    try (Ahead<T> ahead = new Ahead<>(most, number -> work.apply(things.get(number)))) {
      for (int number = 0; number < things.size(); number++) {
        done.add(ahead.next(things.size()));
      }
    }
    return done;
  }

  /**
   * The next one, in the order of their numbers.
   *
   * @param end how many there are, as far as is known
   * @throws RuntimeException what the work threw
   */
  T next(int end) {
    while (begun.size() < most && next < end) {
      int number = next++;
      begun.add(workers.submit(() -> work.apply(number)));
    }
    return result(begun.remove());
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for a platform");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
    workers.close();
  }
}
