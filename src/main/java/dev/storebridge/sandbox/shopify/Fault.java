package dev.storebridge.sandbox.shopify;

/** A bad day of the platform that a switch brings about. */
public enum Fault {
  /** The answer comes late. */
  SLOW,
  /** A server fault with an HTML page, nothing done. */
  SERVER_ERROR,
  /** The work is done, but the answer is a server fault. */
  DONE_BUT_SERVER_ERROR,
  /** The connection closes without an answer. */
  CONNECTION_RESET,
  /** HTTP 429 with Retry-After. */
  TOO_MANY_REQUESTS,
  /** The answer breaks off in the middle. */
  TRUNCATED_BODY,
  /** An HTML page with status 200. */
  HTML_PAGE,
  /** The bucket is always empty. */
  THROTTLED,
  /** Every page is the first one and says that there is more. */
  REPEATED_PAGE,
  /** No token is good any more. */
  TOKEN_REVOKED,
  /** Bulk operations end as failed. */
  BULK_FAILS
}
