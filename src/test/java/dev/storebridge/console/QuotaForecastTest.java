package dev.storebridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.work.StoredCallBook.Calls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class QuotaForecastTest {

  private static final AccountId SHOP = new AccountId(Platform.TIKTOK_SHOP, "7495");
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  @Test
  void whatWasUsedByNoonIsUsedTwiceByMidnightAndTheBacklogComesOnTop() {
    QuotaView stock =
        views(NOON, limits(1_000), Map.of("stock", new Calls(300, 4)), Map.of("stock", 50L))
            .getFirst();

    assertThat(stock.used()).isEqualTo(300);
    assertThat(stock.rejected()).isEqualTo(4);
    assertThat(stock.backlog()).isEqualTo(50);
    assertThat(stock.limit()).isEqualTo(1_000);
    assertThat(stock.forecast().used()).isEqualTo(650);
    assertThat(stock.forecast().enough()).isTrue();
    assertThat(stock.forecast().backlogDoneAt()).isEqualTo(NOON.plusSeconds(5));
    assertThat(stock.forecast().resetsAt()).isEqualTo("2026-11-28T00:00:00Z");
  }

  @Test
  void theLimitIsOfAllGroupsTogether() {
    List<QuotaView> views =
        views(
            NOON,
            limits(1_000),
            Map.of("stock", new Calls(300, 0), "price", new Calls(250, 0)),
            Map.of());

    assertThat(views).allMatch(view -> !view.forecast().enough());
    assertThat(views).allMatch(view -> view.forecast().backlogDoneAt() == null);
  }

  @Test
  void withoutALimitThereIsAlwaysEnough() {
    QuotaView view =
        views(NOON, Limits.CHOSEN_BY_US, Map.of("stock", new Calls(9_000_000, 0)), Map.of())
            .getFirst();

    assertThat(view.limit()).isNull();
    assertThat(view.forecast().enough()).isTrue();
    assertThat(view.forecast().backlogDoneAt()).as("no rate is set").isNull();
  }

  @Test
  void justAfterMidnightNothingIsForetoldFromAFewCalls() {
    Instant early = Instant.parse("2026-11-27T00:00:02Z");
    QuotaView view =
        views(early, limits(1_000), Map.of("stock", new Calls(20, 0)), Map.of()).getFirst();

    assertThat(view.forecast().used()).isEqualTo(20);
    assertThat(view.forecast().enough()).isTrue();
  }

  @Test
  void aGroupThatHasOnlyABacklogIsShown() {
    assertThat(views(NOON, limits(10), Map.of(), Map.of("order", 11L)))
        .singleElement()
        .satisfies(
            view -> {
              assertThat(view.group()).isEqualTo("order");
              assertThat(view.used()).isZero();
              assertThat(view.forecast().enough()).isFalse();
            });
  }

  private static List<QuotaView> views(
      Instant now, Limits limits, Map<String, Calls> calls, Map<String, Long> due) {
    return new QuotaForecast(SHOP, limits, now).views(calls, due);
  }

  private static Limits limits(int perDay) {
    return new Limits(OptionalDouble.of(10), OptionalInt.empty(), OptionalInt.of(perDay));
  }
}
