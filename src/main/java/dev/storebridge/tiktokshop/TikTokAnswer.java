package dev.storebridge.tiktokshop;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.storebridge.resilience.Egress;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer, taken out of TikTok's envelope.
 *
 * @param code {@code "0"} when the call was done, empty when the answer has no envelope
 * @param message TikTok's own words
 * @param date the server's time
 * @param pause what the server asks us to wait
 */
record TikTokAnswer(
    int status,
    String code,
    String message,
    JsonNode data,
    String requestId,
    Optional<Instant> date,
    Optional<Duration> pause) {

  private static final int LONGEST_MESSAGE = 500;

  static TikTokAnswer of(Egress.Answer answer) {
    JsonNode envelope = TikTokJson.parse(answer.body()).orElse(MissingNode.getInstance());
    Optional<Instant> date = answer.headers().firstValue("date").flatMap(TikTokAnswer::instant);
    return new TikTokAnswer(
        answer.status(),
        TikTokJson.text(envelope, "code"),
        shortened(TikTokJson.text(envelope, "message")),
        envelope.path("data"),
        TikTokJson.text(envelope, "request_id"),
        date,
        answer.headers().firstValue("retry-after").flatMap(value -> pause(value, date)));
  }

  boolean done() {
    return status / 100 == 2 && code.equals("0");
  }

  /** False for pages of proxies, cut-off bodies and everything else that is not the API's. */
  boolean hasEnvelope() {
    return !code.isEmpty();
  }

  private static String shortened(String message) {
    return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
  }

  private static Optional<Duration> pause(String value, Optional<Instant> date) {
    if (value.matches("\\d{1,6}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    return instant(value)
        .flatMap(until -> date.map(now -> Duration.between(now, until)))
        .filter(wait -> !wait.isNegative());
  }

  private static Optional<Instant> instant(String value) {
    try {
      return Optional.of(Instant.from(RFC_1123_DATE_TIME.parse(value)));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
