package dev.storebridge.sandbox.tiktok;

/** A request that breaks a rule; it becomes the error envelope. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  final Code code;

  Refusal(Code code) {
    this(code, code.words);
  }

  Refusal(Code code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** The code's own words, and the place where it happened. */
  static Refusal at(Code code, String place) {
    return new Refusal(code, code.words + ": " + place);
  }

  static void when(boolean broken, Code code) {
    if (broken) {
      throw new Refusal(code);
    }
  }

  static void when(boolean broken, Code code, String place) {
    if (broken) {
      throw at(code, place);
    }
  }
}
