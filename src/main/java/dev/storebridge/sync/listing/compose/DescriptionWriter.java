package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Image;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Turns sanitised HTML into {@link FlatHtml}. Headings become bold paragraphs, table rows and other
 * blocks paragraphs, nested lists one list.
 */
final class DescriptionWriter implements HtmlStreamEventReceiver {

  private static final Map<String, String> EMPHASIS =
      Map.of("strong", "strong", "b", "strong", "em", "em", "i", "em", "u", "u", "th", "strong");

  private static final Set<String> HEADINGS = words("h1 h2 h3 h4 h5 h6");

  private static final Set<String> BLOCKS =
      words(
          "p div section article header footer aside main blockquote pre figure figcaption"
              + " table caption tr dl dt dd hr address center");

  private static final Set<String> LISTS = words("ul ol");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\xA0]+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\xA0]+");

  private final FlatHtml out = new FlatHtml();
  private final Map<String, Image> images = new LinkedHashMap<>();
  private int pictures;

  /** All elements that mean something here; others are dropped and their text kept. */
  static String[] understood() {
    return Stream.of(BLOCKS, HEADINGS, LISTS, EMPHASIS.keySet(), words("li br img td"))
        .flatMap(Set::stream)
        .toArray(String[]::new);
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }

  /** What was written; ends the writing. */
  String html() {
    return out.end();
  }

  List<Image> images() {
    return List.copyOf(images.values());
  }

  int pictures() {
    return pictures;
  }

  @Override
  public void openDocument() {}

  @Override
  public void closeDocument() {}

  @Override
  public void openTag(String element, List<String> attributes) {
    switch (element) {
      case "br" -> out.lineBreak();
      case "img" -> picture(attributes);
      case "li" -> out.endBlock();
      case "td", "th" -> out.blank();
      case "ul", "ol" -> out.openList(element);
      default -> begin(element);
    }
    if (EMPHASIS.containsKey(element)) {
      out.emphasise(EMPHASIS.get(element));
    }
  }

  private void begin(String element) {
    if (HEADINGS.contains(element)) {
      out.endParagraph();
      out.emphasise("strong");
    } else if (BLOCKS.contains(element)) {
      out.endParagraph();
    }
  }

  @Override
  public void closeTag(String element) {
    if (EMPHASIS.containsKey(element)) {
      out.relax(EMPHASIS.get(element));
    } else if (HEADINGS.contains(element)) {
      out.relax("strong");
      out.endParagraph();
    } else if (BLOCKS.contains(element)) {
      out.endParagraph();
    } else if (element.equals("li")) {
      out.endBlock();
    } else if (LISTS.contains(element)) {
      out.closeList();
    }
  }

  @Override
  public void text(String text) {
    for (String word : BLANKS.splitWithDelimiters(text, 0)) {
      String visible = INVISIBLE.matcher(word).replaceAll(" ").strip();
      if (!visible.isEmpty()) {
        out.text(visible);
      } else if (!word.isEmpty()) {
        out.blank();
      }
    }
  }

  private void picture(List<String> attributes) {
    String source = valueOf("src", attributes);
    String url = source.startsWith("//") ? "https:" + source : source;
    if (url.regionMatches(true, 0, "http", 0, 4)) {
      out.picture(url);
      pictures++;
      images.putIfAbsent(url, new Image(url, valueOf("alt", attributes)));
    }
  }

  private static String valueOf(String name, List<String> attributes) {
    for (int i = 0; i + 1 < attributes.size(); i += 2) {
      if (attributes.get(i).equals(name)) {
        return attributes.get(i + 1);
      }
    }
    return "";
  }
}
