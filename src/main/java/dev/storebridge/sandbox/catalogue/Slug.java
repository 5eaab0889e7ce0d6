package dev.storebridge.sandbox.catalogue;

import java.util.Locale;

/** Turns titles into handles and SKUs. */
final class Slug {

  private Slug() {}

  static String of(String text) {
    String words = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return words.replaceAll("^-|-$", "");
  }

  static String sku(String... parts) {
    return of(String.join("-", parts)).toUpperCase(Locale.ROOT);
  }
}
