package dev.storebridge.sandbox.catalogue;

/**
 * Makes valid thirteen-digit bar codes out of the range that GS1 keeps for demonstrations (952).
 */
final class Gtin {

  private Gtin() {}

  static String of(long number) {
    String body = "952" + String.format("%09d", number % 1_000_000_000L);
    return body + checkDigit(body);
  }

  private static int checkDigit(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      int digit = body.charAt(i) - '0';
      sum += i % 2 == 0 ? digit : 3 * digit;
    }
    return (10 - sum % 10) % 10;
  }
}
