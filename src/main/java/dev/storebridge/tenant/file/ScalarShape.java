package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.tenant.file.YamlNode.Scalar;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A single value.
 *
 * @param takes which scalars are of the right kind at all
 * @param convert makes the value; throws {@link BadValue}
 */
record ScalarShape<T>(
    String words, Predicate<Scalar> takes, Function<String, T> convert, Supplier<ObjectNode> json)
    implements Shape<T> {

  private static final Pattern SECRET =
      Pattern.compile("(?i)\\b(shp[a-z]{2}_|c[ks]_|sha256:|eyJ)|[A-Za-z0-9+/=_-]{32}");

  /** Why a text cannot be a value, and what to write. */
  static final class BadValue extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String fix;

    BadValue(String reason, String fix) {
      super(reason, null, false, false);
      this.fix = fix;
    }
  }

  @Override
  public Optional<T> read(YamlNode node, Place place) {
    if (!(node instanceof Scalar scalar) || scalar.isNull()) {
      return Kinds.refuse(node, place, words);
    }
    if (!takes.test(scalar)) {
      return Kinds.refuse(node, place, words + quotes(scalar));
    }
    try {
      return Optional.of(convert.apply(scalar.text()));
    } catch (BadValue e) {
      place.refuse(node.at(), e.getMessage(), e.fix);
      return Optional.empty();
    }
  }

  private static String quotes(Scalar scalar) {
    return scalar.plain() ? " (put it in quotes)" : " (write it without quotes)";
  }

  @Override
  public ObjectNode schema() {
    return json.get();
  }

  /** A value as it may be shown: short, on one line, and nothing that looks like a secret. */
  static String shown(String text) {
    if (SECRET.matcher(text).find()) {
      return "the value";
    }
    String line = text.replaceAll("\\s+", " ");
    return "`" + (line.length() <= 40 ? line : line.substring(0, 37) + "...") + "`";
  }
}
