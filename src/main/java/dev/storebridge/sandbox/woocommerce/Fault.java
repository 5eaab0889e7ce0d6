package dev.storebridge.sandbox.woocommerce;

/** A bad day of the shop, its host or its plugins that a switch brings about. */
public enum Fault {
  /** The answer comes late. */
  SLOW,
  /** A server fault with an HTML page, nothing done. */
  SERVER_ERROR,
  /** The work is done, but the answer is a server fault. */
  DONE_BUT_SERVER_ERROR,
  /** The connection closes without an answer, nothing done. */
  CONNECTION_RESET,
  /** The work is done, then the connection closes. */
  DONE_BUT_RESET,
  /** The answer breaks off in the middle. */
  TRUNCATED_BODY,
  /** The host's limit: HTTP 429 with Retry-After. */
  TOO_MANY_REQUESTS,
  /** A PHP warning stands before the JSON, which comes as HTML. */
  PHP_WARNING,
  /** A byte order mark stands before the JSON. */
  BYTE_ORDER_MARK,
  /** A maintenance page with status 200. */
  HTML_PAGE,
  /** A maintenance page with 503 and Retry-After. */
  MAINTENANCE,
  /** The shop has moved to another host. */
  REDIRECT,
  /** A coming-soon plugin shows its login form with status 200. */
  LOGIN_WALL,
  /** The host's firewall forbids the request. */
  FIREWALL,
  /** The host keeps the Authorization header from PHP. */
  AUTHORISATION_DROPPED,
  /** The key is gone. */
  KEY_REVOKED,
  /** The key may only read. */
  KEY_READ_ONLY,
  /** The shop's clock is twenty minutes ahead. */
  WRONG_CLOCK,
  /** Every page is the first one and says that there is more. */
  REPEATED_PAGE,
  /** WooCommerce is switched off: WordPress knows none of its routes. */
  PLUGIN_INACTIVE
}
