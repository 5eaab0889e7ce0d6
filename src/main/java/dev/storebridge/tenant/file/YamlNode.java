package dev.storebridge.tenant.file;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A YAML value with its place, as it was written: no type is guessed from the text. */
sealed interface YamlNode {

  Mark at();

  /** A place in the file, both from 1. */
  record Mark(int line, int column) {
    static final Mark START = new Mark(1, 1);
  }

  /**
   * Text.
   *
   * @param plain written without quotes
   */
  record Scalar(String text, boolean plain, Mark at) implements YamlNode {

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> BOOLEANS =
        Set.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final Pattern NUMBER =
        Pattern.compile("[-+]?(\\d[\\d_]*\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?|0[xo][0-9a-fA-F]+");

    boolean isNull() {
      return plain && NULLS.contains(text);
    }

    boolean isBoolean() {
      return plain && BOOLEANS.contains(text);
    }

    boolean isNumber() {
      return plain && NUMBER.matcher(text).matches();
    }
  }

  /** A list. */
  record Items(List<YamlNode> nodes, Mark at) implements YamlNode {}

  /** Keys and their values, each key once. */
  record Entries(List<Entry> entries, Mark at) implements YamlNode {}

  /** One key with its value; the mark is the key's. */
  record Entry(String key, Mark at, YamlNode value) {}

  /** Something whose problem has been reported already. */
  record Refused(Mark at) implements YamlNode {}
}
