package dev.storebridge.platform;

/**
 * Why something does not work, in the words a merchant reads.
 *
 * @param code the platform's code or one of ours, stable, for example {@code 12052104} or {@code
 *     no-image}
 * @param cause what is wrong, one sentence
 * @param field where at the source or in the rules, for example {@code variants[123].price}; empty
 *     when it is about the whole
 * @param fix what to do about it, one sentence
 * @param message what the platform itself said, empty when it said nothing
 */
public record Explanation(String code, String cause, String field, String fix, String message) {

  public static Explanation of(String code, String cause, String field, String fix) {
    return new Explanation(code, cause, field, fix, "");
  }
}
