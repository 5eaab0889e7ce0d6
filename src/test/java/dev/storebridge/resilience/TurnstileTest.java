package dev.storebridge.resilience;

import static dev.storebridge.platform.Urgency.CONTENT;
import static dev.storebridge.platform.Urgency.NEW_LISTING;
import static dev.storebridge.platform.Urgency.ORDER;
import static dev.storebridge.platform.Urgency.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Urgency;
import dev.storebridge.resilience.Guards.Budget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  private static final long SECOND = 1_000_000_000L;

  private final Map<String, Urgency> waiting = new LinkedHashMap<>();
  private long now = 42;

  @Test
  void letsTheMostUrgentGoFirstAndEqualsInTheirOrder() {
    Turnstile<String> turnstile = new Turnstile<>(new Profile(5, 100, false));
    join(turnstile, "listing-1", NEW_LISTING);
    join(turnstile, "content", CONTENT);
    join(turnstile, "listing-2", NEW_LISTING);
    join(turnstile, "stock-1", STOCK);
    join(turnstile, "stock-2", STOCK);
    join(turnstile, "order", ORDER);

    assertThat(passAll(turnstile))
        .containsExactly("order", "stock-1", "stock-2", "content", "listing-1", "listing-2");
  }

  @Test
  void anOrderThatComesLatePassesListingsThatWaited() {
    Turnstile<String> turnstile = new Turnstile<>(new Profile(1, 100, false));
    join(turnstile, "listing-1", NEW_LISTING);
    join(turnstile, "listing-2", NEW_LISTING);
    assertThat(turnstile.tryPass("listing-1", NEW_LISTING, 1, now)).isZero();
    long wait = turnstile.tryPass("listing-2", NEW_LISTING, 1, now);
    join(turnstile, "order", ORDER);
    now += wait + SECOND;

    assertThat(turnstile.tryPass("listing-2", NEW_LISTING, 1, now))
        .isEqualTo(Turnstile.UNTIL_CALLED);
    assertThat(turnstile.tryPass("order", ORDER, 1, now)).isZero();
  }

  @Test
  void whoLeavesTheLineHoldsNobodyUp() {
    Turnstile<String> turnstile = new Turnstile<>(new Profile(Pace.NONE, 100, false));
    join(turnstile, "first", STOCK);
    join(turnstile, "second", STOCK);
    turnstile.quit("first", STOCK);

    assertThat(turnstile.tryPass("second", STOCK, 1, now)).isZero();
  }

  @Test
  void letsNoMoreThroughAtATimeThanAllowed() {
    Turnstile<String> turnstile = new Turnstile<>(new Profile(Pace.NONE, 1, false));
    join(turnstile, "first", STOCK);
    join(turnstile, "second", STOCK);
    turnstile.tryPass("first", STOCK, 1, now);

    assertThat(turnstile.tryPass("second", STOCK, 1, now)).isEqualTo(Turnstile.UNTIL_CALLED);
    turnstile.returned(1, now, 5);
    assertThat(turnstile.tryPass("second", STOCK, 1, now)).isZero();
  }

  @Test
  void changedLimitsKeepWhatWasCounted() {
    Turnstile<String> turnstile = new Turnstile<>(new Profile(1, 2, false));
    join(turnstile, "first", STOCK);
    join(turnstile, "second", STOCK);
    turnstile.tryPass("first", STOCK, 1, now);
    turnstile.profile(new Profile(2, 1, false));

    assertThat(turnstile.tryPass("second", STOCK, 1, now)).isEqualTo(Turnstile.UNTIL_CALLED);
    turnstile.returned(1, now, 5);
    assertThat(turnstile.tryPass("second", STOCK, 1, now)).isBetween(SECOND / 2, SECOND);
  }

  @Test
  void goesHalfAsFastAfterARefusalAndCreepsBack() {
    Turnstile<String> turnstile = new Turnstile<>(new Profile(2, 8, false));
    long usual = spacing(turnstile);
    turnstile.slowDown(now);
    turnstile.slowDown(now + 1);
    long slowed = spacing(turnstile);
    now += 60 * SECOND;
    spacing(turnstile);
    spacing(turnstile);
    long later = spacing(turnstile);

    assertThat((double) slowed / usual).isBetween(1.5, 2.2);
    assertThat((double) later / usual).isBetween(0.9, 1.1);
  }

  @Test
  void waitsForPointsThatComeBack() {
    Turnstile<String> turnstile = new Turnstile<>(new Profile(Pace.NONE, 8, false));
    turnstile.report(new Budget(30, 1_000, 50), now);
    join(turnstile, "dear", STOCK);
    join(turnstile, "dearer", STOCK);

    assertThat(turnstile.tryPass("dear", STOCK, 30, now)).isZero();
    assertThat(turnstile.tryPass("dearer", STOCK, 25, now)).isEqualTo(SECOND / 2);
    assertThat(turnstile.tryPass("dearer", STOCK, 25, now + SECOND / 2)).isZero();
  }

  @Test
  void aCallDearerThanTheBucketGoesWhenTheBucketIsFull() {
    Turnstile<String> turnstile = new Turnstile<>(new Profile(Pace.NONE, 8, false));
    turnstile.report(new Budget(990, 1_000, 50), now);
    join(turnstile, "giant", STOCK);

    assertThat(turnstile.tryPass("giant", STOCK, 5_000, now)).isEqualTo(SECOND / 5);
    assertThat(turnstile.tryPass("giant", STOCK, 5_000, now + SECOND / 5)).isZero();
  }

  @Test
  void aHostThatAnswersSlowlyGetsFewerAtATimeUntilItIsQuickAgain() {
    Turnstile<String> turnstile = new Turnstile<>(ofWooCommerce(Limits.CHOSEN_BY_US));
    assertThat(atATime(turnstile)).isEqualTo(4);
    answers(turnstile, 30, 3 * SECOND, 1);
    assertThat(atATime(turnstile)).isEqualTo(1);
    answers(turnstile, 60, SECOND / 4, 1);
    assertThat(atATime(turnstile)).isEqualTo(4);
  }

  @Test
  void whatTheTenantFileAllowsIsTheMostAndNotTheLeast() {
    Limits eight = new Limits(OptionalDouble.empty(), OptionalInt.of(8), OptionalInt.empty());
    Turnstile<String> turnstile = new Turnstile<>(ofWooCommerce(eight));
    assertThat(atATime(turnstile)).isEqualTo(8);
    answers(turnstile, 30, 3 * SECOND, 1);
    assertThat(atATime(turnstile)).isEqualTo(5);
  }

  @Test
  void quickPicturesDoNotHideASlowShop() {
    Turnstile<String> turnstile = new Turnstile<>(ofWooCommerce(Limits.CHOSEN_BY_US));
    for (int i = 0; i < 10; i++) {
      answers(turnstile, 1, 3 * SECOND, 1);
      answers(turnstile, 5, SECOND / 20, 0);
    }
    assertThat(atATime(turnstile)).isEqualTo(3);
  }

  private static Profile ofWooCommerce(Limits limits) {
    return Profile.of(Platform.WOOCOMMERCE, limits);
  }

  private void answers(Turnstile<String> turnstile, int number, long nanos, double cost) {
    for (int i = 0; i < number; i++) {
      turnstile.join("next", STOCK);
      assertThat(turnstile.tryPass("next", STOCK, cost, now)).isZero();
      turnstile.returned(cost, now, nanos);
      now += nanos;
    }
  }

  /** How many pass until one has to wait for another's return. */
  private int atATime(Turnstile<String> turnstile) {
    int passed = 0;
    turnstile.join("next", STOCK);
    while (turnstile.tryPass("next", STOCK, 0, now) == 0) {
      passed++;
      turnstile.join("next", STOCK);
    }
    turnstile.quit("next", STOCK);
    for (int i = 0; i < passed; i++) {
      turnstile.returned(0, now, 0);
    }
    return passed;
  }

  private void join(Turnstile<String> turnstile, String name, Urgency urgency) {
    turnstile.join(name, urgency);
    waiting.put(name, urgency);
  }

  /** Lets time go on until everybody has passed. */
  private List<String> passAll(Turnstile<String> turnstile) {
    List<String> passed = new ArrayList<>();
    while (!waiting.isEmpty()) {
      for (String one : List.copyOf(waiting.keySet())) {
        if (turnstile.tryPass(one, waiting.get(one), 1, now) == 0) {
          passed.add(one);
          waiting.remove(one);
        }
      }
      now += SECOND / 1_000;
    }
    return passed;
  }

  /** Nanoseconds between two requests as early as they may leave. */
  private long spacing(Turnstile<String> turnstile) {
    long[] left = new long[2];
    for (int i = 0; i < left.length; i++) {
      turnstile.join("next", STOCK);
      for (long wait = 1; wait > 0; ) {
        wait = turnstile.tryPass("next", STOCK, 1, now);
        now += wait;
      }
      left[i] = now;
      turnstile.returned(1, now, 5);
    }
    return left[1] - left[0];
  }
}
