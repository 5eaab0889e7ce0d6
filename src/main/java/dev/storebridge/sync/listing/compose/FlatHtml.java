package dev.storebridge.sync.listing.compose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * HTML of paragraphs and one-level lists. Blocks open when something visible comes and close before
 * the next, emphasis is closed and reopened around them, blanks and breaks count once: so whatever
 * comes in, the outcome is well nested and holds no empty block.
 */
final class FlatHtml {

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> wanted = new ArrayDeque<>();
  private final List<String> open = new ArrayList<>();
  private String block = "";
  private String list = "";
  private int listDepth;
  private boolean listWritten;
  private boolean blankBefore;
  private boolean breakBefore;

  /** All that was written; nothing may follow. */
  String end() {
    endBlock();
    endList();
    return out.toString();
  }

  void text(String text) {
    begin();
    out.append(escaped(text));
  }

  void picture(String url) {
    begin();
    out.append("<img src=\"").append(escaped(url)).append("\">");
  }

  /** A blank before what comes next. */
  void blank() {
    blankBefore = true;
  }

  /** A new line before what comes next; a new block where one is owed already. */
  void lineBreak() {
    if (breakBefore) {
      endParagraph();
    } else {
      breakBefore = !block.isEmpty();
    }
  }

  void emphasise(String tag) {
    wanted.addLast(tag);
  }

  void relax(String tag) {
    wanted.removeLastOccurrence(tag);
  }

  /** Ends a paragraph; within a list item that is a new line. */
  void endParagraph() {
    if (block.equals("li")) {
      breakBefore = true;
    } else {
      endBlock();
    }
  }

  void endBlock() {
    if (!block.isEmpty()) {
      endEmphasis();
      out.append("</").append(block).append('>');
    }
    block = "";
    breakBefore = false;
    blankBefore = false;
  }

  /** Begins a list; one within another adds its items to the outer. */
  void openList(String tag) {
    endBlock();
    if (listDepth++ == 0) {
      list = tag;
    }
  }

  void closeList() {
    if (--listDepth == 0) {
      endBlock();
      endList();
    }
  }

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
