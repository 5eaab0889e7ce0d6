package dev.storebridge.tenant.file;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody probably meant. */
final class Suggestion {

  private Suggestion() {}

  /** "did you mean ...?", or the words there are when none is near. */
  static String among(List<String> words, String written) {
    String near = near(words, written);
    return near.isEmpty() ? "use one of: " + String.join(", ", words) : near;
  }

  /** "did you mean ...?", or nothing. */
  static String near(List<String> words, String written) {
    String heard = plain(written.substring(0, Math.min(written.length(), 80)));
    return words.stream()
        .filter(word -> distance(plain(word), heard) <= Math.max(1, word.length() / 3))
        .min(Comparator.comparingInt(word -> distance(plain(word), heard)))
        .map(word -> "did you mean `" + word + "`?")
        .orElse("");
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', '-').strip();
  }

  /** How many letters differ: inserted, left out, replaced, or swapped with the next. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] =
            i == 0 || j == 0 ? i + j : step(cost, i, j, a.charAt(i - 1) == b.charAt(j - 1));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, int i, int j, boolean same) {
    int replaced = cost[i - 1][j - 1] + (same ? 0 : 1);
    return Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
  }
}
