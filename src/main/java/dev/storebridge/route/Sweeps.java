package dev.storebridge.route;

import dev.storebridge.sync.sweep.CheckCompleteness;
import dev.storebridge.sync.sweep.PollStore;
import dev.storebridge.sync.sweep.Reconcile;
import dev.storebridge.sync.sweep.SweepWatch;
import dev.storebridge.work.Claim;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Asks stores what changed, and compares what shops show, in case webhooks got lost. */
@ApplicationScoped
@Named("sweeps")
@RegisterForReflection
public class Sweeps {

  private final SweepWatch watch;
  private final PollStore polling;
  private final Reconcile comparing;
  private final CheckCompleteness counting;

  public Sweeps(
      SweepWatch watch, PollStore polling, Reconcile comparing, CheckCompleteness counting) {
    this.counting = counting;
    this.watch = watch;
    this.polling = polling;
    this.comparing = comparing;
  }

  public void watch() {
    watch.keep();
  }

  public void poll(Claim claim) {
    polling.read(claim);
  }

  public void count(Claim claim) {
    counting.check(claim);
  }

  public void compare(Claim claim) {
    comparing.compare(claim);
  }
}
