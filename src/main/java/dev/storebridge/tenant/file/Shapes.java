package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.tenant.file.ScalarShape.BadValue;
import dev.storebridge.tenant.file.YamlNode.Scalar;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The plain shapes: words, numbers, flags, choices. */
final class Shapes {

  private static final Predicate<Scalar> TEXT = s -> !s.isNumber() && !s.isBoolean();
  private static final Predicate<Scalar> TEXT_OR_NUMBER = s -> !s.isBoolean();
  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");

  private Shapes() {}

  static ObjectNode json(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  /** Text that matches a pattern; the words say what the pattern means. */
  static Shape<String> text(String pattern, String words) {
    return text(pattern, words, Function.identity());
  }

  static <T> Shape<T> text(String pattern, String words, Function<String, T> convert) {
    return matching(TEXT, pattern, words, convert, "string");
  }

  /** Some text of at most so many characters. */
  static Shape<String> upTo(int characters) {
    return text("[\\s\\S]{0," + characters + "}", "text of up to " + characters + " characters");
  }

  /** At least one character that can be seen. */
  static Shape<String> some(int characters) {
    return text(
        "(?=[\\s\\S]*\\S)[\\s\\S]{1," + characters + "}",
        "text of 1 to " + characters + " characters");
  }

  /** An id that may be written as text or as a number. */
  static Shape<String> id(String pattern, String words) {
    return id(pattern, words, Function.identity());
  }

  static <T> Shape<T> id(String pattern, String words, Function<String, T> convert) {
    return matching(TEXT_OR_NUMBER, pattern, words, convert, "string", "integer");
  }

  private static <T> Shape<T> matching(
      Predicate<Scalar> takes,
      String pattern,
      String words,
      Function<String, T> convert,
      String... types) {
    Pattern compiled = Pattern.compile(pattern);
    return new ScalarShape<>(
        words,
        takes,
        text -> {
          if (!compiled.matcher(text).matches()) {
            throw new BadValue(ScalarShape.shown(text) + " is not " + words, "");
          }
          return convert.apply(text);
        },
        () -> {
          ObjectNode schema = JsonNodeFactory.instance.objectNode();
          if (types.length == 1) {
            schema.put("type", types[0]);
          } else {
            Arrays.stream(types).forEach(schema.putArray("type")::add);
          }
          return schema.put("pattern", "^(?:" + pattern + ")$");
        });
  }

  static Shape<Integer> whole(int min, int max) {
    String words = "a whole number from " + min + " to " + max;
    return new ScalarShape<>(
        words,
        Scalar::isNumber,
        text -> {
          if (!text.matches("-?\\d{1,9}")
              || Integer.parseInt(text) < min
              || Integer.parseInt(text) > max) {
            throw new BadValue(ScalarShape.shown(text) + " is not " + words, "");
          }
          return Integer.parseInt(text);
        },
        () -> json("integer").put("minimum", min).put("maximum", max));
  }

  /** An exact decimal number, in quotes or not. */
  static Shape<BigDecimal> amount(String min, String max) {
    String words = "a number from " + min + " to " + max + " with up to 6 decimals";
    return new ScalarShape<>(
        words,
        TEXT_OR_NUMBER,
        text -> {
          if (!AMOUNT.matcher(text).matches()
              || new BigDecimal(text).compareTo(new BigDecimal(min)) < 0
              || new BigDecimal(text).compareTo(new BigDecimal(max)) > 0) {
            throw new BadValue(ScalarShape.shown(text) + " is not " + words, "");
          }
          return new BigDecimal(text);
        },
        () -> {
          ObjectNode schema = JsonNodeFactory.instance.objectNode();
          schema.putArray("type").add("string").add("number");
          return schema
              .put("pattern", "^" + AMOUNT.pattern() + "$")
              .put("minimum", new BigDecimal(min))
              .put("maximum", new BigDecimal(max));
        });
  }

  static Shape<Boolean> flag() {
    return new ScalarShape<>(
        "true or false", Scalar::isBoolean, Boolean::parseBoolean, () -> json("boolean"));
  }

  /** The values of an enum, spelt lower case with hyphens. */
  static <E extends Enum<E>> Shape<E> choice(Class<E> type) {
    Map<String, E> choices = new LinkedHashMap<>();
    for (E value : type.getEnumConstants()) {
      choices.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
    }
    return choice(List.copyOf(choices.keySet()), choices::get);
  }

  static <T> Shape<T> choice(List<String> names, Function<String, T> convert) {
    return new ScalarShape<>(
        names.size() == 1 ? "`" + names.get(0) + "`" : "one of: " + String.join(", ", names),
        scalar -> true,
        text -> {
          if (!names.contains(text)) {
            throw new BadValue(
                ScalarShape.shown(text) + " is not one of: " + String.join(", ", names),
                Suggestion.near(names, text));
          }
          return convert.apply(text);
        },
        () -> {
          ObjectNode schema = JsonNodeFactory.instance.objectNode();
          names.forEach(schema.putArray("enum")::add);
          return schema;
        });
  }
}
