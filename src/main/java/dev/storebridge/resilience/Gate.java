package dev.storebridge.resilience;

import dev.storebridge.platform.Urgency;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Makes callers wait at an account's {@link Turnstile}. Blocks the calling (virtual) thread; one
 * who is interrupted leaves the line and holds nobody up.
 *
 * <p>The line has no end: workers bound how many calls they have open, and waiting here is what
 * slows them down to the platform's pace.
 */
final class Gate {

  private final ReentrantLock lock = new ReentrantLock();
  private final Turnstile<Condition> turnstile;
  private final LongSupplier nanos;
  private volatile Profile profile;

  Gate(Profile profile, LongSupplier nanos) {
    this.profile = profile;
    this.turnstile = new Turnstile<>(profile);
    this.nanos = nanos;
  }

  /**
   * Waits for its turn; who has entered must {@link #leave}.
   *
   * @return when it entered
   */
  long enter(Urgency urgency, double cost) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Condition turn = lock.newCondition();
      turnstile.join(turn, urgency);
      return waitFor(turn, urgency, cost);
    } finally {
      callNext();
      lock.unlock();
    }
  }

  private long waitFor(Condition turn, Urgency urgency, double cost) throws InterruptedException {
    try {
      while (true) {
        long now = nanos.getAsLong();
        long wait = turnstile.tryPass(turn, urgency, cost, now);
        if (wait == 0) {
          return now;
        }
        long unused = turn.awaitNanos(wait);
      }
    } catch (InterruptedException e) {
      turnstile.quit(turn, urgency);
      throw e;
    }
  }

  void leave(double cost, long entered) {
    change(() -> turnstile.returned(cost, entered, nanos.getAsLong() - entered));
  }

  /** Follows new limits without forgetting what is waiting or under way. */
  void profile(Profile wanted) {
    if (!wanted.equals(profile)) {
      profile = wanted;
      change(() -> turnstile.profile(wanted));
    }
  }

  void slowDown() {
    change(() -> turnstile.slowDown(nanos.getAsLong()));
  }

  void report(Guards.Budget budget) {
    change(() -> turnstile.report(budget, nanos.getAsLong()));
  }

  private void change(Runnable step) {
    lock.lock();
    try {
      step.run();
      callNext();
    } finally {
      lock.unlock();
    }
  }

  private void callNext() {
    Condition next = turnstile.head();
    if (next != null) {
      next.signal();
    }
  }
}
