package dev.storebridge.sync.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Joins what many ask for one by one: what comes while one call runs goes into the next, and what
 * comes alone waits for nobody.
 */
final class Joint<T, R> {

  private final int most;
  private final BlockingQueue<Waiting<T, R>> queue = new LinkedBlockingQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  private record Waiting<T, R>(T item, CompletableFuture<Optional<R>> done) {}

  /**
   * @param most how many go into one call
   */
  Joint(int most) {
    this.most = most;
  }

  /**
   * Returns what a call with this item in it answered of it.
   *
   * @param call makes a call for all that wait, this one's or another's
   * @throws RuntimeException what the call threw
   */
  Optional<R> run(T item, Function<List<T>, Map<T, R>> call) {
    Waiting<T, R> mine = new Waiting<>(item, new CompletableFuture<>());
    queue.add(mine);
    turn.lock();
    try {
      while (!mine.done().isDone()) {
        together(call);
      }
    } finally {
      turn.unlock();
    }
    return join(mine.done());
  }

  int waiting() {
    return queue.size();
  }

  private void together(Function<List<T>, Map<T, R>> call) {
    List<Waiting<T, R>> waiting = new ArrayList<>();
    queue.drainTo(waiting, most);
    try {
      Map<T, R> answers = call.apply(waiting.stream().map(Waiting::item).distinct().toList());
      waiting.forEach(one -> one.done().complete(Optional.ofNullable(answers.get(one.item()))));
    } catch (RuntimeException | Error e) {
      waiting.forEach(one -> one.done().completeExceptionally(e));
    }
  }

  private static <R> Optional<R> join(CompletableFuture<Optional<R>> done) {
    try {
      return done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw e;
    }
  }
}
