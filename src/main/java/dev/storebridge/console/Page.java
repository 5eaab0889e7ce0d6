package dev.storebridge.console;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page, null at the end
 */
record Page<T>(List<T> items, String next) {

  private static final int DEFAULT = 50;
  private static final int MOST = 200;

  /** How many items a caller gets: what was asked for, within bounds. */
  static int size(String asked) {
    if (asked == null) {
      return DEFAULT;
    }
    if (!asked.matches("[0-9]{1,3}") || !within(Integer.parseInt(asked))) {
      throw ApiProblem.of(
          400,
          "bad-limit",
          "limit is not a number in range: " + asked,
          "Use a limit from 1 to " + MOST + ".");
    }
    return Integer.parseInt(asked);
  }

  private static boolean within(int asked) {
    return asked >= 1 && asked <= MOST;
  }

  /** A page of what was read with one item more than fits. */
  static <S, T> Page<T> of(List<S> read, int size, Function<S, String> key, Function<S, T> view) {
    boolean more = read.size() > size;
    List<S> here = more ? read.subList(0, size) : read;
    String next = more ? encode(key.apply(here.getLast())) : null;
    return new Page<>(here.stream().map(view).toList(), next);
  }

  private static String encode(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  /** The key behind a cursor, empty for the first page. */
  static String key(String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return "";
    }
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.of(
          400, "bad-cursor", "The cursor is not one of ours.", "Use the next of the page before.");
    }
  }
}
