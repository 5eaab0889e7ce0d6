package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.owasp.html.Encoding;

/** Reads what PHP writes: numbers as texts, texts as numbers, null for empty, lists for objects. */
final class Json {

  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Json() {}

  /** Empty for what is missing or null. */
  static String text(JsonNode node, String member) {
    return node.path(member).asText("").strip();
  }

  /** A name as people read it: WordPress keeps {@code &} and quotes as HTML entities. */
  static String words(JsonNode node, String member) {
    return words(text(node, member));
  }

  static String words(String text) {
    return text.indexOf('&') < 0 ? text : Encoding.decodeHtml(text, false).strip();
  }

  /** True for {@code true}, 1, {@code "1"}, {@code "yes"} and {@code "true"}. */
  static boolean yes(JsonNode node, String member) {
    return switch (text(node, member).toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> true;
      default -> false;
    };
  }

  /** Empty for what is no number; plugins of some languages write a decimal comma. */
  static Optional<BigDecimal> decimal(JsonNode node, String member) {
    String text = text(node, member).replace(',', '.');
    return text.matches("[+-]?(\\d{1,18}(\\.\\d{0,12})?|\\.\\d{1,12})")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  /** Half a piece cannot be sold: rounded down. */
  static Optional<Long> whole(JsonNode node, String member) {
    return decimal(node, member).map(value -> value.setScale(0, RoundingMode.FLOOR).longValue());
  }

  /** The entries of a list; those of an object where PHP made one of it. */
  static Stream<JsonNode> entries(JsonNode node, String member) {
    return StreamSupport.stream(node.path(member).spliterator(), false);
  }
}
