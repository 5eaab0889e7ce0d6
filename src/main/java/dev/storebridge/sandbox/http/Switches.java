package dev.storebridge.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The faults that are switched on, each for a number of requests or until it is switched off.
 *
 * @param <F> the platform's faults
 */
public final class Switches<F extends Enum<F>> {

  /**
   * One armed fault.
   *
   * @param left how often it still strikes, negative for always
   * @param only the operation it strikes, empty for all
   */
  public record Armed(int left, String only) {}

  private static final Duration SLOW = Duration.ofSeconds(3);

  private final Class<F> faults;
  private final Map<F, Armed> armed;
  private Duration slowness = SLOW;

  /** Everything is off at first. */
  public Switches(Class<F> faults) {
    this.faults = faults;
    this.armed = new EnumMap<>(faults);
  }

  /** Lets the fault strike until it is cleared. */
  public void on(F fault) {
    arm(fault, -1, "");
  }

  /** Lets the fault strike the next requests. */
  public void next(F fault, int times) {
    arm(fault, times, "");
  }

  /** Lets the fault strike requests of one operation, a negative number of times for always. */
  public synchronized void arm(F fault, int times, String only) {
    armed.put(fault, new Armed(times, only));
  }

  /** Ends a fault. */
  public synchronized void off(F fault) {
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

  /** How late a slow answer comes. */
  public synchronized Duration slowness() {
    return slowness;
  }

  /** Whether the fault strikes this operation now; counts as one strike. */
  public synchronized boolean strikes(F fault, String operation) {
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
  public synchronized Map<F, Armed> armed() {
    return new EnumMap<>(armed);
  }

  /**
   * Carries out an order of the control face: members fault, times (left out: always), operation,
   * off, delayMillis; clear alone ends all faults.
   *
   * @throws IllegalArgumentException when there is no such fault
   */
  public void obey(JsonNode order) {
    if (order.path("clear").asBoolean()) {
      clear();
    }
    if (order.hasNonNull("fault")) {
      F fault = named(order.get("fault").asText());
      if (order.path("off").asBoolean()) {
        off(fault);
      } else {
        arm(fault, order.path("times").asInt(-1), order.path("operation").asText(""));
      }
    }
    if (order.hasNonNull("delayMillis")) {
      slowness(Duration.ofMillis(order.get("delayMillis").asLong()));
    }
  }

  private F named(String text) {
    return Enum.valueOf(faults, text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
