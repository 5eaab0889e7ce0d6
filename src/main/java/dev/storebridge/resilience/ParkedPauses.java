package dev.storebridge.resilience;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/** Waits by parking the thread. */
@ApplicationScoped
public class ParkedPauses implements Pauses {

  @Override
  public void pause(Duration wait) {
    long until = System.nanoTime() + wait.toNanos();
    for (long left = wait.toNanos(); left > 0; left = until - System.nanoTime()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted while waiting for a platform");
      }
      LockSupport.parkNanos(this, left);
    }
  }
}
