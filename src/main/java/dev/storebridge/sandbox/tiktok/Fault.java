package dev.storebridge.sandbox.tiktok;

import java.time.Duration;

/**
 * A switch: something that goes wrong with a probability, or a number of times.
 *
 * @param probability 0 to 1, per call that fits
 * @param count how many times at most; 0 means for ever
 * @param endpoint label such as {@code POST /product/202309/products}; empty means every endpoint
 * @param shop id of the one shop that is hit; empty means all
 * @param pattern regular expression for titles, for {@link FaultKind#REFUSE_REVIEW}
 */
public record Fault(
    FaultKind kind,
    double probability,
    int count,
    String endpoint,
    String shop,
    Duration delay,
    int retryAfterSeconds,
    String pattern) {

  /** Every call, until switched off. */
  public static Fault always(FaultKind kind) {
    return new Fault(kind, 1, 0, "", "", Duration.ofSeconds(1), 0, "");
  }

  /** The next calls, so many. */
  public static Fault times(FaultKind kind, int count) {
    return new Fault(kind, 1, count, "", "", Duration.ofSeconds(1), 0, "");
  }

  /** The same fault with a probability per call. */
  public Fault withProbability(double value) {
    return new Fault(kind, value, count, endpoint, shop, delay, retryAfterSeconds, pattern);
  }

  /** The same fault for one endpoint. */
  public Fault on(String label) {
    return new Fault(kind, probability, count, label, shop, delay, retryAfterSeconds, pattern);
  }

  /** The same fault for one shop. */
  public Fault forShop(String id) {
    return new Fault(kind, probability, count, endpoint, id, delay, retryAfterSeconds, pattern);
  }

  /** The same fault with a delay, for {@link FaultKind#SLOW}. */
  public Fault withDelay(Duration value) {
    return new Fault(kind, probability, count, endpoint, shop, value, retryAfterSeconds, pattern);
  }

  /** The same fault with a Retry-After header. */
  public Fault withRetryAfter(int seconds) {
    return new Fault(kind, probability, count, endpoint, shop, delay, seconds, pattern);
  }

  /** The same fault for titles that match. */
  public Fault withPattern(String regex) {
    return new Fault(kind, probability, count, endpoint, shop, delay, retryAfterSeconds, regex);
  }
}
