package dev.storebridge.tenant;

/** Which way cancellations and refunds flow. */
public record AftersaleRules(Direction cancellations, Direction refunds) {

  /** Where a decision of the other side is carried out. */
  public enum Direction {
    TO_STORE,
    BOTH,
    NONE
  }
}
