package dev.storebridge.connect;

import java.util.Locale;

/** Whether an account can be worked with. */
public enum AccountState {
  CONNECTED,
  /** Nobody has consented yet. */
  UNAUTHORISED,
  NEEDS_REAUTHORISATION,
  /** The platform has suspended the account. */
  SUSPENDED,
  UNREACHABLE;

  /** As the API spells it, for example {@code needs-reauthorisation}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
