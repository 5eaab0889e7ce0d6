package dev.storebridge.sandbox.woocommerce.rest;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A route of the API.
 *
 * @param label how calls are counted, such as {@code GET /products/{id}}
 */
record Route(Set<String> methods, Pattern path, String label, Handler handler) {

  /** Answers a request; the matcher holds the path's parts. */
  interface Handler {
    Result answer(Ask ask, Matcher parts);
  }

  /**
   * @param methods joined by blanks
   * @param path with {@code {id}} for numbers and {@code {word}} for words
   */
  static Route of(String methods, String path, Handler handler) {
    String pattern = path.replace("{id}", "(\\d+)").replace("{word}", "([\\w-]+)");
    return new Route(
        Set.of(methods.split(" ", -1)), Pattern.compile("/wc/v3" + pattern), path, handler);
  }

  static long id(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
  }
}
