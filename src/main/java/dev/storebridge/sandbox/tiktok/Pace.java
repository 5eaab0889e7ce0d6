package dev.storebridge.sandbox.tiktok;

/**
 * Limits of one shop over all endpoints, counted on arrival; 0 means none.
 *
 * @param perSecond requests in any sliding second
 * @param perHour development-shop quota of a clock hour, answered with its own code
 * @param retryAfterSeconds value of the Retry-After header of refusals; 0 sends none
 */
public record Pace(int perSecond, int perHour, int retryAfterSeconds) {

  /** No limits. */
  public static Pace none() {
    return new Pace(0, 0, 0);
  }

  /** So many requests in any second, without Retry-After. */
  public static Pace perSecond(int requests) {
    return new Pace(requests, 0, 0);
  }
}
