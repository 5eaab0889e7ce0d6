package dev.storebridge.sandbox.tiktok;

import java.util.regex.Pattern;

/** Length by market, no HTML entities, no emoji, no Chinese characters outside Japan. */
final class TitleRule {

  private static final Pattern ENTITY = Pattern.compile("&(#\\d+|#x[0-9A-Fa-f]+|[A-Za-z]+);");

  private TitleRule() {}

  static void check(Submission s) {
    String title = s.text("title");
    Refusal.when(title.isBlank(), Code.TITLE_EMPTY);
    int length = title.codePointCount(0, title.length());
    Refusal.when(length > s.market().titleMax(), Code.TITLE_TOO_LONG);
    Refusal.when(length < s.market().titleMin(), Code.TITLE_FORMAT, "too short for this market");
    Refusal.when(ENTITY.matcher(title).find(), Code.TITLE_FORMAT, "HTML entity");
    Refusal.when(title.codePoints().anyMatch(TitleRule::emoji), Code.TITLE_FORMAT, "emoji");
    Refusal.when(han(title, s.market()), Code.TITLE_HAN);
  }

  static boolean han(String text, Market market) {
    return !market.region().equals("JP")
        && text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  /** Pictures; letters, digits, dashes and signs such as the registered mark are fine. */
  private static boolean emoji(int c) {
    return Character.isEmojiPresentation(c)
        || c == 0xFE0F
        || (Character.isExtendedPictographic(c) && c > 0x2100 && c != 0x2122 && c != 0x2139);
  }
}
