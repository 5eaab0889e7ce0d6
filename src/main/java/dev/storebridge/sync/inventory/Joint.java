package dev.storebridge.sync.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Joins what many ask for one by one: what comes while one call runs goes into the next, and what
 * comes alone waits for nobody.
 */
final class Joint<T> {

  private final int most;
  private final BlockingQueue<Waiting<T>> queue = new LinkedBlockingQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  private record Waiting<T>(T item, CompletableFuture<Void> done) {}

  /**
   * @param most how many go into one call
   */
  Joint(int most) {
    this.most = most;
  }

  /**
   * Returns once a call with this item in it has ended well.
   *
   * @param call makes a call for all that wait, this one's or another's
   * @throws RuntimeException what the call threw
   */
  void run(T item, Consumer<List<T>> call) {
    Waiting<T> mine = new Waiting<>(item, new CompletableFuture<>());
    queue.add(mine);
    turn.lock();
    try {
      while (!mine.done().isDone()) {
        together(call);
      }
    } finally {
      turn.unlock();
    }
    join(mine.done());
  }

  int waiting() {
    return queue.size();
  }

  private void together(Consumer<List<T>> call) {
    List<Waiting<T>> waiting = new ArrayList<>();
    queue.drainTo(waiting, most);
    try {
      call.accept(waiting.stream().map(Waiting::item).distinct().toList());
      waiting.forEach(one -> one.done().complete(null));
    } catch (RuntimeException | Error e) {
      waiting.forEach(one -> one.done().completeExceptionally(e));
    }
  }

  private static void join(CompletableFuture<Void> done) {
    try {
      done.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw e;
    }
  }
}
