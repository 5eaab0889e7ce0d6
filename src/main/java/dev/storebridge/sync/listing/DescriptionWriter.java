package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Image;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Writes sanitised HTML anew as flat paragraphs and lists. Headings become bold paragraphs, table
 * rows and other blocks paragraphs, nested lists one list; emphasis never crosses a block, and
 * empty blocks vanish.
 */
final class DescriptionWriter implements HtmlStreamEventReceiver {

  private static final Map<String, String> EMPHASIS =
      Map.of("strong", "strong", "b", "strong", "em", "em", "i", "em", "u", "u", "th", "strong");

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "header",
          "footer",
          "aside",
          "main",
          "blockquote",
          "pre",
          "figure",
          "figcaption",
          "table",
          "caption",
          "tr",
          "dl",
          "dt",
          "dd",
          "hr",
          "address",
          "center");

  private static final Set<String> LISTS = Set.of("ul", "ol");

  /**
   * Everything that means something to this writer; other elements are dropped, their text kept.
   */
  static final List<String> UNDERSTOOD = understood();

  private static final Pattern BLANKS = Pattern.compile("[\\s\\xA0]+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\xA0]+");

  private final StringBuilder out = new StringBuilder();
  private final Map<String, Image> images = new LinkedHashMap<>();
  private final Deque<String> wanted = new ArrayDeque<>();
  private final List<String> open = new ArrayList<>();
  private String block = "";
  private String list = "";
  private int listDepth;
  private int pictures;
  private boolean listWritten;
  private boolean blankBefore;
  private boolean breakBefore;

  private static List<String> understood() {
    List<String> all = new ArrayList<>(BLOCKS);
    all.addAll(HEADINGS);
    all.addAll(LISTS);
    all.addAll(EMPHASIS.keySet());
    all.addAll(List.of("li", "br", "img", "td"));
    return List.copyOf(all);
  }

  String html() {
    return out.toString();
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
  public void closeDocument() {
    endBlock();
    endList();
  }

  @Override
  public void openTag(String element, List<String> attributes) {
    switch (element) {
      case "br" -> lineBreak();
      case "img" -> picture(attributes);
      case "li" -> endBlock();
      case "td" -> blankBefore = true;
      default -> openStructure(element);
    }
    if (EMPHASIS.containsKey(element)) {
      blankBefore |= element.equals("th");
      wanted.addLast(EMPHASIS.get(element));
    }
  }

  private void lineBreak() {
    if (breakBefore) {
      endBlockOrBreak();
    } else {
      breakBefore = !block.isEmpty();
    }
  }

  private void openStructure(String element) {
    if (LISTS.contains(element)) {
      endBlock();
      if (listDepth++ == 0) {
        list = element;
      }
    } else if (HEADINGS.contains(element)) {
      endBlockOrBreak();
      wanted.addLast("strong");
    } else if (BLOCKS.contains(element)) {
      endBlockOrBreak();
    }
  }

  @Override
  public void closeTag(String element) {
    if (EMPHASIS.containsKey(element)) {
      wanted.removeLastOccurrence(EMPHASIS.get(element));
    } else if (HEADINGS.contains(element)) {
      wanted.removeLastOccurrence("strong");
      endBlockOrBreak();
    } else if (BLOCKS.contains(element)) {
      endBlockOrBreak();
    } else if (element.equals("li")) {
      endBlock();
    } else if (LISTS.contains(element) && --listDepth == 0) {
      endBlock();
      endList();
    }
  }

  @Override
  public void text(String text) {
    for (String word : BLANKS.splitWithDelimiters(text, 0)) {
      String visible = INVISIBLE.matcher(word).replaceAll(" ").strip();
      if (!visible.isEmpty()) {
        begin();
        out.append(escaped(visible));
      } else if (!word.isEmpty()) {
        blankBefore = true;
      }
    }
  }

  private void picture(List<String> attributes) {
    String source = valueOf("src", attributes);
    String url = source.startsWith("//") ? "https:" + source : source;
    if (!url.regionMatches(true, 0, "http", 0, 4)) {
      return;
    }
    begin();
    out.append("<img src=\"").append(escaped(url)).append("\">");
    pictures++;
    images.putIfAbsent(url, new Image(url, valueOf("alt", attributes)));
  }

  private static String valueOf(String name, List<String> attributes) {
    int at = attributes.indexOf(name);
    return at >= 0 && at % 2 == 0 ? attributes.get(at + 1) : "";
  }

  /** Makes ready for visible content: opens the block, writes what is owed, sets the emphasis. */
  private void begin() {
    List<String> now = wanted.stream().distinct().toList();
    boolean other = !now.equals(open);
    if (other) {
      endEmphasis();
    }
    if (block.isEmpty()) {
      openBlock();
    } else if (breakBefore) {
      out.append("<br>");
    } else if (blankBefore) {
      out.append(' ');
    }
    breakBefore = false;
    blankBefore = false;
    if (other) {
      now.forEach(tag -> out.append('<').append(tag).append('>'));
      open.addAll(now);
    }
  }

  private void openBlock() {
    if (listDepth > 0 && !listWritten) {
      out.append('<').append(list).append('>');
      listWritten = true;
    }
    block = listDepth > 0 ? "li" : "p";
    out.append('<').append(block).append('>');
  }

  private void endBlockOrBreak() {
    if (block.equals("li")) {
      breakBefore = true;
    } else {
      endBlock();
    }
  }

  private void endBlock() {
    if (!block.isEmpty()) {
      endEmphasis();
      out.append("</").append(block).append('>');
    }
    block = "";
    breakBefore = false;
    blankBefore = false;
  }

  private void endList() {
    if (listWritten) {
      out.append("</").append(list).append('>');
    }
    listWritten = false;
  }

  private void endEmphasis() {
    for (String tag : open.reversed()) {
      out.append("</").append(tag).append('>');
    }
    open.clear();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
