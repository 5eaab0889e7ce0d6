package dev.storebridge.ingress;

/** How a webhook is answered. */
enum Verdict {
  /** Durable, or known already. */
  KEPT(200),
  /** Said nothing: a ping. */
  IGNORED(200),
  /** No known sender signed it. */
  REFUSED(401),
  TOO_LARGE(413),
  /** Nothing of it is kept: it has to be sent again. */
  NOT_KEPT(503);

  private final int status;

  Verdict(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }
}
