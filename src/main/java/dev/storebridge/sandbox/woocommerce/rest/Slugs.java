package dev.storebridge.sandbox.woocommerce.rest;

import java.util.Locale;

/** Turns names into parts of addresses. */
final class Slugs {

  private Slugs() {}

  static String of(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
