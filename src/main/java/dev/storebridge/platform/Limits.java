package dev.storebridge.platform;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What a tenant file allows one account; what is empty we choose. */
public record Limits(
    OptionalDouble requestsPerSecond, OptionalInt concurrent, OptionalInt requestsPerDay) {

  public static final Limits CHOSEN_BY_US =
      new Limits(OptionalDouble.empty(), OptionalInt.empty(), OptionalInt.empty());
}
