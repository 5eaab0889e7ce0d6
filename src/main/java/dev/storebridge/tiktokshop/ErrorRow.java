package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One line of the table of errors.
 *
 * @param words any of them in TikTok's message makes the line apply; empty applies always
 * @param pause an ISO duration, {@code next-hour} or {@code next-day} (both UTC), or empty
 */
record ErrorRow(
    String code,
    List<String> words,
    Failure reaction,
    String pause,
    String field,
    String cause,
    String fix) {

  private static final Map<String, Failure> REACTIONS =
      Map.ofEntries(
          Map.entry("retry-later", Failure.RETRY_LATER),
          Map.entry("slow-down", Failure.SLOW_DOWN),
          Map.entry("wait-until", Failure.WAIT_UNTIL),
          Map.entry("refresh-token", Failure.REFRESH_TOKEN),
          Map.entry("re-authorise", Failure.RE_AUTHORISE),
          Map.entry("adopt-existing", Failure.ADOPT_EXISTING),
          Map.entry("already-done", Failure.ALREADY_DONE),
          Map.entry("re-read-and-replan", Failure.REPLAN),
          Map.entry("merchant-fix", Failure.MERCHANT_FIX),
          Map.entry("pause-connection", Failure.PAUSE_CONNECTION),
          Map.entry("client-bug", Failure.CLIENT_BUG),
          Map.entry("give-up", Failure.GIVE_UP));

  static ErrorRow of(JsonNode row) {
    String reaction = TikTokJson.text(row, "reaction");
    Failure failure = REACTIONS.get(reaction);
    if (failure == null) {
      throw new IllegalStateException("the table of errors names no reaction \"" + reaction + '"');
    }
    return new ErrorRow(
        TikTokJson.text(row, "code"),
        TikTokJson.texts(row, "words"),
        failure,
        TikTokJson.text(row, "wait"),
        TikTokJson.text(row, "field"),
        TikTokJson.text(row, "cause"),
        TikTokJson.text(row, "fix"));
  }

  boolean speaksOf(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return words.isEmpty() || words.stream().anyMatch(lower::contains);
  }

  /** True when the signature's time was refused. */
  boolean clock() {
    return words.contains("timestamp") || code.equals("90002");
  }

  Explanation explanation(String message) {
    return new Explanation(code, cause, field, fix, message);
  }

  PlatformException fault(AccountId account, String message, Instant now, String scope) {
    Explanation explanation = explanation(message);
    if (code.equals("105005")) {
      explanation =
          new Explanation(code, cause + " It needs \"" + scope + "\".", field, fix, message);
    }
    PlatformException fault = PlatformException.of(reaction, account, explanation);
    return pause.isEmpty() ? fault : fault.retryAfter(until(now));
  }

  private Duration until(Instant now) {
    return switch (pause) {
      case "next-hour" ->
          Duration.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
      case "next-day" ->
          Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
      default -> Duration.parse(pause);
    };
  }
}
