package dev.storebridge.connect;

import dev.storebridge.platform.Explanation;

/** Something about connecting that was refused, with words for the one who asked. */
public final class ConnectRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Explanation explanation;

  private ConnectRefusal(int status, Explanation explanation) {
    super(explanation.cause(), null, false, false);
    this.status = status;
    this.explanation = explanation;
  }

  /** What was sent is wrong. */
  static ConnectRefusal bad(String code, String cause, String fix) {
    return new ConnectRefusal(400, Explanation.of(code, cause, "", fix));
  }

  /** Whoever asks may not. */
  static ConnectRefusal forbidden(String code, String cause, String fix) {
    return new ConnectRefusal(403, Explanation.of(code, cause, "", fix));
  }

  /** What is asked for does not exist. */
  static ConnectRefusal missing(String code, String cause, String fix) {
    return new ConnectRefusal(404, Explanation.of(code, cause, "", fix));
  }

  /** It does not go with what is there. */
  static ConnectRefusal conflict(String code, String cause, String fix) {
    return new ConnectRefusal(409, Explanation.of(code, cause, "", fix));
  }

  /** It was valid once. */
  static ConnectRefusal gone(String code, String cause, String fix) {
    return new ConnectRefusal(410, Explanation.of(code, cause, "", fix));
  }

  /** The platform does not do its part now. */
  static ConnectRefusal dependency(Explanation explanation) {
    return new ConnectRefusal(424, explanation);
  }

  /** The HTTP status that fits, always 4xx. */
  public int status() {
    return status;
  }

  public Explanation explanation() {
    return explanation;
  }
}
