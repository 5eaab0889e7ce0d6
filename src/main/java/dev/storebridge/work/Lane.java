package dev.storebridge.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * The worker of one store account: claims its due marks, most urgent first, and hands them on, a
 * bounded number at a time. Runs on a virtual thread of its own until nothing is due. A lane that
 * stops early ends only after everything it had begun has ended, so that the next lane of this
 * process never works on the same thing beside it.
 */
final class Lane {

  /** How many claims of one store are worked on side by side; the guards bound the calls. */
  static final int WIDTH = 16;

  /** A lease that ends this soon is not worked under any more. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private final Lease lease;
  private final LongSupplier ticker;
  private final IntFunction<List<Claim>> claiming;
  private final Consumer<Claim> handler;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private int running;
  private boolean woken = true;
  private long wakeUps;
  private boolean lost;
  private boolean ended;
  private long renewedAt;

  /**
   * @param renewedAt when the lease was asked for, by the ticker
   * @param ticker nanoseconds that only grow
   * @param claiming takes at most so many due marks
   * @param handler what is done with a claim; must not throw
   */
  Lane(
      Lease lease,
      long renewedAt,
      LongSupplier ticker,
      IntFunction<List<Claim>> claiming,
      Consumer<Claim> handler) {
    this.lease = lease;
    this.renewedAt = renewedAt;
    this.ticker = ticker;
    this.claiming = claiming;
    this.handler = handler;
  }

  Lease lease() {
    return lease;
  }

  /**
   * Says that there may be new marks.
   *
   * @return false when this lane claims nothing any more, so that the next one has to
   */
  boolean wake() {
    lock.lock();
    try {
      woken = true;
      wakeUps++;
      change.signalAll();
      return !ended && !lost;
    } finally {
      lock.unlock();
    }
  }

  /** Says that the lease was renewed by a request made at this tick. */
  void renewed(long at) {
    change(() -> renewedAt = at);
  }

  /** Says that the lease could not be renewed: nothing more is claimed if it is about to end. */
  void notRenewed() {
    change(() -> lost |= endsWithin(Leases.RENEWAL));
  }

  private boolean endsWithin(Duration time) {
    return ticker.getAsLong() - renewedAt >= Leases.LIFE.minus(time).toNanos();
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

  /** Works until nothing is due or the lease is lost, and returns when nothing runs any more. */
  void run() throws InterruptedException {
    try {
      for (int free = awaitRoom(); free > 0; free = awaitRoom()) {
        long heard = heard();
        List<Claim> claims = claiming.apply(free);
        if (claims.size() == free) {
          change(() -> woken = true);
        }
        claims.forEach(claim -> start(claim, heard));
      }
    } finally {
      awaitQuiet();
    }
  }

  private void awaitQuiet() throws InterruptedException {
    lock.lock();
    try {
      while (running > 0) {
        change.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Blocks until there is something to claim for; 0 when the lane is at its end. */
  private int awaitRoom() throws InterruptedException {
    lock.lock();
    try {
      while (!lost && !endsWithin(MARGIN) && (running > 0 || woken)) {
        if (woken && running <= WIDTH / 2) {
          woken = false;
          return WIDTH - running;
        }
        change.await();
      }
      ended = true;
      return 0;
    } finally {
      lock.unlock();
    }
  }

  private long heard() {
    lock.lock();
    try {
      return wakeUps;
    } finally {
      lock.unlock();
    }
  }

  private void start(Claim claim, long heard) {
    change(() -> running++);
    Thread.ofVirtual()
        .name("lane-" + claim.storeId() + "-" + claim.ref())
        .start(
            () -> {
              try {
                handler.accept(claim);
              } finally {
                ended(heard);
              }
            });
  }

  /**
   * A wake-up that came since the claim may have been for the very thing that was worked on, which
   * could not be claimed again then.
   */
  private void ended(long heard) {
    change(
        () -> {
          running--;
          woken |= wakeUps != heard;
        });
  }
}
