package dev.storebridge.console;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Limits;
import dev.storebridge.work.StoredCallBook.Calls;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an account's day goes and how it will end: what was used so far goes on as it did, and what
 * is due comes on top. Pure.
 */
final class QuotaForecast {

  /** So early in the day what was used says nothing of the rest. */
  private static final Duration TOO_EARLY = Duration.ofMinutes(15);

  private final AccountId account;
  private final Limits limits;
  private final Instant now;

  QuotaForecast(AccountId account, Limits limits, Instant now) {
    this.account = account;
    this.limits = limits;
    this.now = now;
  }

  /**
   * One view for each group that was called or has something due.
   *
   * @param calls of today, by group
   * @param due things that are due, by the group whose calls they need
   */
  List<QuotaView> views(Map<String, Calls> calls, Map<String, Long> due) {
    Map<String, Calls> groups = new TreeMap<>(calls);
    due.keySet().forEach(group -> groups.putIfAbsent(group, new Calls(0, 0)));
    long atReset =
        groups.entrySet().stream()
            .mapToLong(one -> atReset(one.getValue(), due.getOrDefault(one.getKey(), 0L)))
            .sum();
    boolean enough =
        limits.requestsPerDay().isEmpty() || atReset <= limits.requestsPerDay().getAsInt();
    long ahead = due.values().stream().mapToLong(Long::longValue).sum();
    Instant doneAt =
        enough && limits.requestsPerSecond().isPresent()
            ? now.plusMillis((long) (1000 * ahead / limits.requestsPerSecond().getAsDouble()))
            : null;
    List<QuotaView> views = new ArrayList<>();
    groups.forEach(
        (group, made) ->
            views.add(
                new QuotaView(
                    account.platform().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    account.id(),
                    group,
                    made.made(),
                    limits.requestsPerDay().isPresent()
                        ? Integer.valueOf(limits.requestsPerDay().getAsInt())
                        : null,
                    made.rejected(),
                    due.getOrDefault(group, 0L),
                    new QuotaView.Forecast(
                        atReset(made, due.getOrDefault(group, 0L)), enough, doneAt, tomorrow()))));
    return views;
  }

  private long atReset(Calls calls, long due) {
    Duration passed = Duration.between(tomorrow().minus(Duration.ofDays(1)), now);
    long goesOn =
        passed.compareTo(TOO_EARLY) < 0
            ? calls.made()
            : calls.made() * Duration.ofDays(1).toMillis() / passed.toMillis();
    return goesOn + due;
  }

  private Instant tomorrow() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC)
        .plusDays(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }
}
