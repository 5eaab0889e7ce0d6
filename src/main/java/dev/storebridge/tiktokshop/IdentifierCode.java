package dev.storebridge.tiktokshop;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A barcode with the kind that TikTok wants named beside it. TikTok keeps a code for ever once it
 * was accepted, so only codes with a right check digit are sent.
 */
record IdentifierCode(String code, String type) {

  private static final Pattern NOISE = Pattern.compile("[\\s-]");
  private static final Pattern TRADE_NUMBER = Pattern.compile("\\d{8}|\\d{12,14}");
  private static final Pattern OLD_BOOK_NUMBER = Pattern.compile("\\d{9}[\\dX]");

  /** Empty when the text is no well-formed code. */
  static Optional<IdentifierCode> of(String barcode) {
    String code = NOISE.matcher(barcode).replaceAll("");
    if (OLD_BOOK_NUMBER.matcher(code).matches()) {
      return checksAsOldBook(code)
          ? Optional.of(new IdentifierCode(code, "ISBN"))
          : Optional.empty();
    }
    if (!TRADE_NUMBER.matcher(code).matches() || !checksAsTradeNumber(code)) {
      return Optional.empty();
    }
    return Optional.of(new IdentifierCode(code, typeOf(code)));
  }

  private static String typeOf(String code) {
    return switch (code.length()) {
      case 14 -> "GTIN";
      case 12 -> "UPC";
      case 13 -> code.startsWith("978") || code.startsWith("979") ? "ISBN" : "EAN";
      default -> "EAN";
    };
  }

  /** Weights 3 and 1 by turns, counted from the right, sum to a multiple of ten. */
  private static boolean checksAsTradeNumber(String code) {
    int sum = 0;
    for (int i = 0; i < code.length(); i++) {
      int digit = code.charAt(code.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit : 3 * digit;
    }
    return sum > 0 && sum % 10 == 0;
  }

  /** Weights 10 down to 1 sum to a multiple of eleven; X counts ten. */
  private static boolean checksAsOldBook(String code) {
    int sum = 0;
    for (int i = 0; i < code.length(); i++) {
      int digit = code.charAt(i) == 'X' ? 10 : code.charAt(i) - '0';
      sum += (10 - i) * digit;
    }
    return sum > 0 && sum % 11 == 0;
  }
}
