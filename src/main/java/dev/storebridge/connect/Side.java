package dev.storebridge.connect;

import java.util.Locale;

/** Which end of a connection is being connected. */
enum Side {
  TIKTOK,
  STORE;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
