package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns TikTok's error codes into reactions and words. The data file explains what the documents
 * explain; every other code gets the default of its HTTP status and TikTok's own message, and is
 * counted as unexplained.
 */
@ApplicationScoped
class TikTokErrors {

  private static final String TABLE = "/tiktokshop/errors.json";
  private static final String UNREADABLE = "no-envelope";

  private final Clock clock;
  private final Map<String, List<ErrorRow>> rows = new HashMap<>();
  private final Set<String> unexplained = new HashSet<>();

  TikTokErrors(Clock clock) {
    this.clock = clock;
    JsonNode table = table();
    TikTokJson.each(table, "codes")
        .map(ErrorRow::of)
        .forEach(
            row ->
                rows.merge(
                    row.code(),
                    List.of(row),
                    (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
    unexplained.addAll(TikTokJson.texts(table, "unexplained"));
  }

  private static JsonNode table() {
    try (InputStream stream = TikTokErrors.class.getResourceAsStream(TABLE)) {
      return TikTokJson.parse(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE + " cannot be read", e);
    }
  }

  Map<String, List<ErrorRow>> rows() {
    return Map.copyOf(rows);
  }

  /** Codes that TikTok documents by number alone. */
  Set<String> unexplained() {
    return Set.copyOf(unexplained);
  }

  Failure reaction(String code, String message) {
    return row(code, message).map(ErrorRow::reaction).orElse(Failure.MERCHANT_FIX);
  }

  Explanation explain(String code, String message) {
    return row(code, message)
        .map(row -> row.explanation(message))
        .orElseGet(
            () ->
                new Explanation(
                    code,
                    "TikTok refused this with a code that it does not explain.",
                    "",
                    "Read TikTok's own message, and look the product up in Seller Center.",
                    message));
  }

  /**
   * The call that an answer belongs to.
   *
   * @param scope the permission it needs
   * @param write true when it changes something that cannot be changed twice
   */
  record Call(AccountId account, String scope, boolean write) {}

  /** The fault of an answer that is not {@link TikTokAnswer#done()}. */
  PlatformException exception(Call call, TikTokAnswer answer) {
    PlatformException fault = fault(call, answer).request(answer.requestId());
    if (answer.pause().isPresent()) {
      fault = fault.retryAfter(answer.pause().get());
    }
    return call.write() && mayHaveBeenDone(answer) ? fault.withUnknownOutcome() : fault;
  }

  private PlatformException fault(Call call, TikTokAnswer answer) {
    if (!answer.hasEnvelope()) {
      return byStatus(call.account(), answer);
    }
    return row(answer.code(), answer.message())
        .map(row -> row.fault(call.account(), answer.message(), clock.instant(), call.scope()))
        .orElseGet(() -> byStatus(call.account(), answer));
  }

  /** True when TikTok blames our clock, so that the call is worth one more try at once. */
  boolean blamesClock(TikTokAnswer answer) {
    return row(answer.code(), answer.message()).filter(ErrorRow::clock).isPresent();
  }

  /** A refusal proves that nothing was done; faults of the server and strange answers do not. */
  private boolean mayHaveBeenDone(TikTokAnswer answer) {
    Optional<ErrorRow> row = row(answer.code(), answer.message());
    if (row.isPresent()) {
      return row.get().reaction() == Failure.RETRY_LATER && !row.get().clock();
    }
    boolean refusedByStatus = answer.status() / 100 == 4;
    return answer.hasEnvelope() ? answer.status() >= 500 : !refusedByStatus;
  }

  private PlatformException byStatus(AccountId account, TikTokAnswer answer) {
    String code = answer.hasEnvelope() ? answer.code() : UNREADABLE;
    Failure failure =
        switch (answer.status()) {
          case 401 -> Failure.REFRESH_TOKEN;
          case 403 -> Failure.RE_AUTHORISE;
          case 404, 405 -> Failure.CLIENT_BUG;
          case 429 -> Failure.SLOW_DOWN;
          default ->
              answer.status() >= 500 || answer.status() == 408 || !answer.hasEnvelope()
                  ? Failure.RETRY_LATER
                  : Failure.MERCHANT_FIX;
        };
    if (answer.hasEnvelope()) {
      return PlatformException.of(failure, account, explain(code, answer.message()));
    }
    return PlatformException.of(
        failure,
        account,
        Explanation.of(
            code,
            "TikTok answered HTTP %d with something that is not its API's."
                .formatted(answer.status()),
            "",
            "Nothing to do; it is tried again by itself."));
  }

  private Optional<ErrorRow> row(String code, String message) {
    return rows.getOrDefault(code, List.of()).stream()
        .filter(row -> row.speaksOf(message))
        .findFirst();
  }
}
