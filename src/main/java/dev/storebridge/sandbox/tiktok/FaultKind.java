package dev.storebridge.sandbox.tiktok;

/** What can go wrong on purpose. */
public enum FaultKind {
  /** Answers {@code millis} later. */
  SLOW,
  /** Answers 502 with an HTML page; nothing is carried out. */
  SERVER_ERROR,
  /** Carries the request out and answers 500 with an HTML page. */
  DONE_BUT_500,
  /** Resets the connection before anything is carried out. */
  RESET_BEFORE,
  /** Carries the request out, then resets the connection. */
  RESET_AFTER,
  /** Answers 429 with 36009002, and Retry-After when {@code retryAfterSeconds} is positive. */
  TOO_MANY_REQUESTS,
  /** Carries the request out and answers half of the JSON. */
  TRUNCATED_JSON,
  /** Answers 200 with an HTML page; nothing is carried out. */
  HTML_OK,
  /** A search names the same next page for ever. */
  REPEATING_PAGE,
  /** The review of a product ends in refusal; {@code pattern} picks products by title. */
  REFUSE_REVIEW
}
