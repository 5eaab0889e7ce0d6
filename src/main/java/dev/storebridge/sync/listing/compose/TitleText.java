package dev.storebridge.sync.listing.compose;

import org.owasp.html.Encoding;

/**
 * A title without what channels refuse: HTML entities are written out, emoji and control characters
 * dropped, blanks single.
 */
final class TitleText {

  /** Pictographs below this code point are ordinary signs such as (c), (r) and TM. */
  private static final int FIRST_SYMBOL = 0x2190;

  private static final int VARIATION_SELECTOR = 0xFE0F;
  private static final int JOINER = 0x200D;
  private static final int KEYCAP = 0x20E3;
  private static final int FIRST_TAG = 0xE0000;
  private static final int LAST_TAG = 0xE007F;

  private TitleText() {}

  static String cleaned(String title) {
    StringBuilder kept = new StringBuilder();
    Encoding.decodeHtml(title, false)
        .codePoints()
        .filter(c -> !emoji(c))
        .map(c -> blank(c) ? ' ' : c)
        .forEach(kept::appendCodePoint);
    return kept.toString().strip().replaceAll(" {2,}", " ");
  }

  private static boolean blank(int c) {
    return Character.isISOControl(c) || Character.isSpaceChar(c);
  }

  private static boolean emoji(int c) {
    boolean pictograph =
        c >= FIRST_SYMBOL
            && (Character.isEmojiPresentation(c) || Character.isExtendedPictographic(c));
    boolean tag = c >= FIRST_TAG && c <= LAST_TAG;
    return pictograph || tag || c == VARIATION_SELECTOR || c == JOINER || c == KEYCAP;
  }
}
