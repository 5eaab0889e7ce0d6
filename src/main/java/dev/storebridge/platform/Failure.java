package dev.storebridge.platform;

/**
 * What has to happen after a platform refused or failed: the reaction, decided once by the adapter.
 */
public enum Failure {
  /** Try again by itself: transport faults, 5xx, pages that are not the API's. */
  RETRY_LATER,
  /** Too many requests at once. */
  SLOW_DOWN,
  /** A quota is used up until a known time. */
  WAIT_UNTIL,
  /** The token was refused; a fresh one may do. */
  REFRESH_TOKEN,
  /** Only the merchant's renewed consent helps. */
  RE_AUTHORISE,
  /** What we wanted to create is there already. */
  ADOPT_EXISTING,
  /** What we wanted is the case already. */
  ALREADY_DONE,
  /** Our picture of the platform is old. */
  REPLAN,
  /** The merchant has to change something at the source or in the rules. */
  MERCHANT_FIX,
  /** The account as a whole cannot be worked with now. */
  PAUSE_CONNECTION,
  /** We sent something wrong. */
  CLIENT_BUG,
  /** Nothing will help. */
  GIVE_UP;

  /** True when the same call may be made again without anybody changing anything. */
  public boolean retryable() {
    return this == RETRY_LATER || this == SLOW_DOWN || this == WAIT_UNTIL || this == REPLAN;
  }
}
