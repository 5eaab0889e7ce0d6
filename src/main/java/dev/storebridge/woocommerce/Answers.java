package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.storebridge.resilience.Egress;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What a site sends, looked at without trust. */
final class Answers {

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final int SHOWN = 160;
  private static final int LOOKED_AT = 4_000;
  private static final int SEARCHED = 64_000;
  private static final Pattern PHP =
      Pattern.compile(
          "(Warning|Notice|Deprecated|Fatal error|Parse error)(</b>)?:", Pattern.CASE_INSENSITIVE);
  private static final Pattern PASSWORD_FIELD =
      Pattern.compile("<input[^>]*type=[\"']?password", Pattern.CASE_INSENSITIVE);
  private static final Pattern SECRETS = Pattern.compile("c[ks]_[0-9a-f]{8,}");
  private static final Pattern PAGE_ONLY =
      Pattern.compile("(?is)<(script|style|head)\\b.*?</\\1>|<[^>]*>");

  private Answers() {}

  /** The JSON of a body, behind a byte order mark that careless editors leave in plugins. */
  static Optional<JsonNode> json(byte[] body) {
    int start = startsWithBom(body) ? BOM.length : 0;
    try {
      JsonNode node = Json.MAPPER.readTree(body, start, body.length - start);
      return Optional.ofNullable(node).filter(JsonNode::isContainerNode);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean startsWithBom(byte[] body) {
    return body.length >= BOM.length && Arrays.equals(body, 0, BOM.length, BOM, 0, BOM.length);
  }

  /** The {@code {code, message, data}} of a refusal; missing when it is none. */
  static JsonNode refusal(Egress.Answer answer) {
    return json(answer.body()).filter(node -> node.has("code")).orElse(MissingNode.getInstance());
  }

  static boolean isPhpOutput(byte[] body) {
    return PHP.matcher(start(body, LOOKED_AT)).find();
  }

  /** True for a page on which somebody is to log in. */
  static boolean isLogin(byte[] body) {
    return PASSWORD_FIELD.matcher(start(body, SEARCHED)).find();
  }

  /** The first words of a page, for the merchant to recognise it. */
  static String snippet(byte[] body) {
    return shortened(PAGE_ONLY.matcher(start(body, LOOKED_AT)).replaceAll(" "));
  }

  static String shortened(String text) {
    String line = SECRETS.matcher(text).replaceAll("***").replaceAll("\\s+", " ").strip();
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
  }

  private static String start(byte[] body, int most) {
    return new String(body, 0, Math.min(body.length, most), StandardCharsets.UTF_8);
  }

  static Optional<Duration> retryAfter(Egress.Answer answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }

  /** What the site's clock showed. */
  static Optional<Instant> date(Egress.Answer answer) {
    try {
      return answer
          .headers()
          .firstValue("Date")
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static OptionalInt count(Egress.Answer answer, String header) {
    return answer
        .headers()
        .firstValue(header)
        .filter(value -> value.matches("\\d{1,9}"))
        .map(value -> OptionalInt.of(Integer.parseInt(value)))
        .orElse(OptionalInt.empty());
  }

  /** True when the site names its API in the form that works without permalinks. */
  static boolean namesPlainApi(Egress.Answer answer) {
    return answer.headers().allValues("Link").stream()
        .anyMatch(link -> link.contains("api.w.org") && link.contains("rest_route="));
  }

  static String host(String location) {
    try {
      return Optional.ofNullable(URI.create(location).getHost()).orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
