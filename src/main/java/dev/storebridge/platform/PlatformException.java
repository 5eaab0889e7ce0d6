package dev.storebridge.platform;

import java.time.Duration;
import java.util.Optional;

/**
 * A call to a platform that did not do what was asked. Adapters classify every fault into this one
 * type; everyone else decides on {@link #failure()}.
 */
public final class PlatformException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Failure failure;
  private final transient AccountId account;
  private final transient Explanation explanation;
  private final String requestId;
  private final transient Optional<Duration> retryAfter;
  private final boolean outcomeUnknown;

  private PlatformException(
      Failure failure,
      AccountId account,
      Explanation explanation,
      String requestId,
      Optional<Duration> retryAfter,
      boolean outcomeUnknown,
      Throwable cause) {
    super(
        "%s %s: %s %s%s%s"
            .formatted(
                account,
                failure,
                explanation.code(),
                explanation.cause(),
                explanation.message().isEmpty() ? "" : " [" + explanation.message() + "]",
                requestId.isEmpty() ? "" : " (request " + requestId + ")"),
        cause);
    this.failure = failure;
    this.account = account;
    this.explanation = explanation;
    this.requestId = requestId;
    this.retryAfter = retryAfter;
    this.outcomeUnknown = outcomeUnknown;
  }

  public static PlatformException of(Failure failure, AccountId account, Explanation explanation) {
    return new PlatformException(failure, account, explanation, "", Optional.empty(), false, null);
  }

  /** The same fault with the id under which the platform's support finds the request. */
  public PlatformException request(String id) {
    return new PlatformException(
        failure, account, explanation, id, retryAfter, outcomeUnknown, getCause());
  }

  /** The same fault with the wait the platform asked for. */
  public PlatformException retryAfter(Duration wait) {
    return new PlatformException(
        failure, account, explanation, requestId, Optional.of(wait), outcomeUnknown, getCause());
  }

  /** The same fault of a write whose answer was lost: it may have taken effect, or still will. */
  public PlatformException withUnknownOutcome() {
    return new PlatformException(
        failure, account, explanation, requestId, retryAfter, true, getCause());
  }

  /** The same fault with the exception that led to it. */
  public PlatformException causedBy(Throwable cause) {
    return new PlatformException(
        failure, account, explanation, requestId, retryAfter, outcomeUnknown, cause);
  }

  public Failure failure() {
    return failure;
  }

  public AccountId account() {
    return account;
  }

  public Explanation explanation() {
    return explanation;
  }

  public String requestId() {
    return requestId;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** True when a write may have taken effect although we have no answer. */
  public boolean outcomeUnknown() {
    return outcomeUnknown;
  }
}
