package dev.storebridge.sync.listing.compose;

import java.util.Locale;
import java.util.Optional;

/**
 * Which codes may be sent as a barcode: GTIN, EAN, UPC, JAN or ISBN with a check digit that fits.
 * Others are left out, since a channel keeps a submitted code for ever.
 */
final class Barcodes {

  private Barcodes() {}

  static Optional<String> wellFormed(String typed) {
    String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return gtin(code) || isbn10(code) ? Optional.of(code) : Optional.empty();
  }

  private static boolean gtin(String code) {
    if (!code.matches("\\d{8}|\\d{12,14}") || code.matches("0+")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < code.length(); i++) {
      int weight = (code.length() - 1 - i) % 2 == 0 ? 1 : 3;
      sum += weight * Character.digit(code.charAt(i), 10);
    }
    return sum % 10 == 0;
  }

  private static boolean isbn10(String code) {
    if (!code.matches("\\d{9}[\\dX]") || code.matches("0+")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      int digit = code.charAt(i) == 'X' ? 10 : Character.digit(code.charAt(i), 10);
      sum += (10 - i) * digit;
    }
    return sum % 11 == 0;
  }
}
