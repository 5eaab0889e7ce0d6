package dev.storebridge.resilience;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import java.time.Duration;

/** The guard's own refusals, and which failures it may repeat by itself. */
final class GuardFault {

  /** Longer waits are not slept through here: the caller puts its row off. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private static final String INTERRUPTED = "interrupted";
  private static final String NOTHING_TO_DO = "Nothing to do: it is tried again.";

  private GuardFault() {}

  static PlatformException timedOut(AccountId account, Duration limit) {
    String cause = "No answer within " + limit.toMillis() + " ms";
    return of(Failure.RETRY_LATER, account, "timed-out", cause);
  }

  static PlatformException interrupted(AccountId account) {
    return of(Failure.RETRY_LATER, account, INTERRUPTED, "We are shutting down");
  }

  /**
   * The account is left alone for a moment because too many calls failed.
   *
   * @param outage what the last of them met: that, and not the rest, is what a person has to know
   */
  static PlatformException resting(AccountId account, Explanation outage, Duration left) {
    return PlatformException.of(Failure.RETRY_LATER, account, outage).retryAfter(left);
  }

  static PlatformException asksToWait(AccountId account, Duration left) {
    String cause = "The platform asked us to wait";
    return of(Failure.SLOW_DOWN, account, "asked-to-wait", cause).retryAfter(left);
  }

  /** The same failure of a call that changes nothing, whose outcome is therefore no question. */
  static PlatformException ofRead(PlatformException failure) {
    if (!failure.outcomeUnknown()) {
      return failure;
    }
    PlatformException known =
        PlatformException.of(failure.failure(), failure.account(), failure.explanation())
            .request(failure.requestId())
            .causedBy(failure.getCause() == null ? failure : failure.getCause());
    return failure.retryAfter().map(known::retryAfter).orElse(known);
  }

  static boolean isInterruption(PlatformException failure) {
    return failure.explanation().code().equals(INTERRUPTED);
  }

  /** True when the same call may be made again at once, or after a short wait. */
  static boolean isRepeatable(Throwable fault) {
    return fault instanceof PlatformException failure
        && (failure.failure() == Failure.RETRY_LATER || failure.failure() == Failure.SLOW_DOWN)
        && !failure.outcomeUnknown()
        && !isInterruption(failure)
        && failure.retryAfter().orElse(Duration.ZERO).compareTo(LONGEST_WAIT) <= 0;
  }

  /** True when it speaks against the platform's health. */
  static boolean isOutage(Throwable fault) {
    return fault instanceof PlatformException failure
        && failure.failure() == Failure.RETRY_LATER
        && !isInterruption(failure);
  }

  private static PlatformException of(
      Failure failure, AccountId account, String code, String cause) {
    return PlatformException.of(failure, account, Explanation.of(code, cause, "", NOTHING_TO_DO));
  }
}
