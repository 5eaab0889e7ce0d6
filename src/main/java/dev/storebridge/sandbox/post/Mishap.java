package dev.storebridge.sandbox.post;

/** What may happen to a webhook on its way; switched on like the platforms' faults. */
public enum Mishap {
  /** Never sent; the platform believes that it was delivered. */
  LOSE,
  /** Sent twice. */
  DUPLICATE,
  /** Sent late. */
  DELAY,
  /** Sent after the one that comes next, or late when none comes. */
  REORDER
}
