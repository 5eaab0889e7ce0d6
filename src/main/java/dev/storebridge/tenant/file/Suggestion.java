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
    String heard = plain(written);
    return words.stream()
        .filter(word -> distance(plain(word), heard) <= Math.max(1, word.length() / 3))
        .min(Comparator.comparingInt(word -> distance(plain(word), heard)))
        .map(word -> "did you mean `" + word + "`?")
        .orElse("");
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', '-').strip();
  }

  /** How many letters differ: inserted, left out, replaced. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
