package dev.storebridge.work;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The worker of one store account: claims its due marks, most urgent first, and hands them on, a
 * bounded number at a time. Runs on a virtual thread of its own until nothing is due.
 */
final class Lane {

  /** How many claims of one store are worked on side by side; the guards bound the calls. */
  static final int WIDTH = 16;

  private final Lease lease;
  private final Function<Integer, List<Claim>> claiming;
  private final Consumer<Claim> handler;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private int running;
  private boolean woken = true;
  private boolean lost;

  /**
   * @param claiming takes at most so many due marks
   */
  Lane(Lease lease, Function<Integer, List<Claim>> claiming, Consumer<Claim> handler) {
    this.lease = lease;
    this.claiming = claiming;
    this.handler = handler;
  }

  Lease lease() {
    return lease;
  }

  /** Says that there may be new marks. */
  void wake() {
    change(() -> woken = true);
  }

  /** Says that the lease is gone: nothing more is claimed. */
  void lose() {
    change(() -> lost = true);
  }

  private void change(Runnable what) {
    lock.lock();
    try {
      what.run();
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Works until nothing is due and nothing runs, or the lease is lost. */
  void run() throws InterruptedException {
    for (int free = awaitRoom(); free > 0; free = awaitRoom()) {
      List<Claim> claims = claiming.apply(free);
      if (claims.size() == free) {
        wake();
      }
      claims.forEach(this::start);
    }
  }

  /** Blocks until there is something to claim for; 0 when the lane is at its end. */
  private int awaitRoom() throws InterruptedException {
    lock.lock();
    try {
      while (!lost && (running > 0 || woken)) {
        if (woken && running <= WIDTH / 2) {
          woken = false;
          return WIDTH - running;
        }
        change.await();
      }
      return 0;
    } finally {
      lock.unlock();
    }
  }

  private void start(Claim claim) {
    change(() -> running++);
    Thread.ofVirtual()
        .name("lane-" + claim.storeId() + "-" + claim.ref())
        .start(
            () -> {
              try {
                handler.accept(claim);
              } finally {
                change(() -> running--);
              }
            });
  }
}
