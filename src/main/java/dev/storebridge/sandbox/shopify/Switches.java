package dev.storebridge.sandbox.shopify;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The faults that are switched on, each for a number of requests or until it is switched off. */
public final class Switches {

  /**
   * One armed fault.
   *
   * @param left how often it still strikes, negative for always
   * @param only the operation it strikes, empty for all
   */
  public record Armed(int left, String only) {}

  private static final Duration SLOW = Duration.ofSeconds(3);

  private final Map<Fault, Armed> armed = new EnumMap<>(Fault.class);
  private Duration slowness = SLOW;

  /** Lets the fault strike until it is cleared. */
  public void on(Fault fault) {
    arm(fault, -1, "");
  }

  /** Lets the fault strike the next requests. */
  public void next(Fault fault, int times) {
    arm(fault, times, "");
  }

  /** Lets the fault strike requests of one operation, a negative number of times for always. */
  public synchronized void arm(Fault fault, int times, String only) {
    armed.put(fault, new Armed(times, only));
  }

  public synchronized void off(Fault fault) {
    armed.remove(fault);
  }

  /** Switches everything off. */
  public synchronized void clear() {
    armed.clear();
    slowness = SLOW;
  }

  /** How late a slow answer comes. */
  public synchronized void slowness(Duration late) {
    slowness = late;
  }

  synchronized Duration slowness() {
    return slowness;
  }

  /** Whether the fault strikes this operation now; counts as one strike. */
  synchronized boolean strikes(Fault fault, String operation) {
    Armed found = armed.get(fault);
    if (found == null || !(found.only().isEmpty() || found.only().equals(operation))) {
      return false;
    }
    if (found.left() == 1) {
      armed.remove(fault);
    } else if (found.left() > 1) {
      armed.put(fault, new Armed(found.left() - 1, found.only()));
    }
    return true;
  }

  /** What is armed at the moment. */
  public synchronized Map<Fault, Armed> armed() {
    return new EnumMap<>(armed);
  }
}
