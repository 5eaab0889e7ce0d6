package dev.storebridge.route;

import dev.storebridge.work.Signals;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Forgets what was received long ago. */
@ApplicationScoped
@Named("receivedSignals")
@RegisterForReflection
public class ReceivedSignals {

  private final Signals signals;

  public ReceivedSignals(Signals signals) {
    this.signals = signals;
  }

  public void purge() {
    signals.purge();
  }
}
