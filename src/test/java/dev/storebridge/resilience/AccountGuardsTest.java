package dev.storebridge.resilience;

import static dev.storebridge.resilience.GuardedCalls.LONG;
import static dev.storebridge.resilience.GuardedCalls.SHOP;
import static dev.storebridge.resilience.GuardedCalls.UNHURRIED;
import static dev.storebridge.resilience.GuardedCalls.catchFailure;
import static dev.storebridge.resilience.GuardedCalls.fail;
import static dev.storebridge.resilience.GuardedCalls.failure;
import static dev.storebridge.resilience.GuardedCalls.hold;
import static dev.storebridge.resilience.GuardedCalls.later;
import static dev.storebridge.resilience.GuardedCalls.listing;
import static dev.storebridge.resilience.GuardedCalls.of;
import static dev.storebridge.resilience.GuardedCalls.read;
import static dev.storebridge.resilience.GuardedCalls.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.QuotaBook;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AccountGuardsTest {

  private static final AccountId STORE = new AccountId(Platform.SHOPIFY, "acme");

  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger booked = new AtomicInteger();
  private final List<String> counted = new CopyOnWriteArrayList<>();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final QuotaBook book =
      (account, day, wanted, limit) -> {
        int granted = Math.min(wanted, Math.max(0, limit - booked.get()));
        booked.addAndGet(granted);
        return granted;
      };

  @Test
  void hasWhatTheAttemptReturned() {
    assertThat(guards().call(SHOP, UNHURRIED, read(() -> "answer"))).isEqualTo("answer");
    assertThat(guards().call(SHOP, UNHURRIED, read(() -> null))).isNull();
  }

  @Test
  void triesAgainAfterAPassingFailure() {
    String answer =
        guards()
            .call(
                SHOP, UNHURRIED, read(() -> attempts.incrementAndGet() < 3 ? fail(later()) : "ok"));

    assertThat(answer).isEqualTo("ok");
    assertThat(attempts).hasValue(3);
  }

  @Test
  void countsEveryAttemptAndThoseThatWereTooMany() {
    PlatformException slow = of(Failure.SLOW_DOWN).retryAfter(Duration.ofSeconds(60));
    AccountGuards guards = guards();
    guards.call(SHOP, UNHURRIED, read(() -> attempts.incrementAndGet() < 2 ? fail(later()) : "ok"));
    failure(guards, read(failing(slow)));
    failure(guards, read(() -> "held back, so not counted"));

    String group = read(() -> "").group();
    assertThat(counted)
        .containsExactly(SHOP + " " + group, SHOP + " " + group, SHOP + " " + group + " rejected");
  }

  @Test
  void givesTheLastFailureAfterThreeAttempts() {
    assertThat(failure(guards(), read(failing(later()))).failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(attempts).hasValue(3);
  }

  @Test
  void neverRepeatsWhatWouldNotHelp() {
    PlatformException refusal = of(Failure.MERCHANT_FIX);

    assertThat(failure(guards(), read(failing(refusal)))).isSameAs(refusal);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void neverRepeatsAWriteWhoseOutcomeIsUnknown() {
    PlatformException lost = failure(guards(), write(LONG, failing(later().withUnknownOutcome())));

    assertThat(lost.outcomeUnknown()).isTrue();
    assertThat(attempts).hasValue(1);
  }

  @Test
  void repeatsAReadWhoseAnswerWasLost() {
    PlatformException lost = failure(guards(), read(failing(later().withUnknownOutcome())));

    assertThat(lost.outcomeUnknown()).isFalse();
    assertThat(attempts).hasValue(3);
  }

  @Test
  void handsALongWaitToTheCallerAndHoldsTheGroup() {
    AccountGuards guards = guards();
    PlatformException slow = of(Failure.SLOW_DOWN).retryAfter(Duration.ofSeconds(60));

    assertThat(failure(guards, read(failing(slow)))).isSameAs(slow);
    PlatformException next = failure(guards, read(() -> "never asked"));
    assertThat(next.failure()).isEqualTo(Failure.SLOW_DOWN);
    assertThat(next.retryAfter().orElseThrow()).isBetween(LONG, Duration.ofSeconds(60));
    assertThat(attempts).hasValue(1);
    assertThat(guards.call(STORE, UNHURRIED, read(() -> "another account"))).isNotNull();
  }

  @Test
  void aTimeOutEndsAnAttemptAndLeavesAWriteUnknown() {
    CountDownLatch never = new CountDownLatch(1);
    Supplier<String> stuck =
        () -> {
          attempts.incrementAndGet();
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return "too late";
        };
    PlatformException failure = failure(guards(), write(Duration.ofMillis(20), stuck));

    assertThat(failure.explanation().code()).isEqualTo("timed-out");
    assertThat(failure.outcomeUnknown()).isTrue();
    assertThat(attempts).hasValue(1);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theBreakerOpensOnAnOutageAndClosesWhenItIsOver() {
    AccountGuards guards = guards(System::nanoTime, Duration.ofMillis(300));
    PlatformException resting =
        await()
            .until(
                () -> failure(guards, read(failing(later()))),
                failure -> failure.retryAfter().isPresent());

    assertThat(resting.failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(resting.explanation()).as("what the outage is").isEqualTo(later().explanation());
    await()
        .ignoreExceptionsInstanceOf(PlatformException.class)
        .until(() -> "ok".equals(guards.call(SHOP, UNHURRIED, read(() -> "ok"))));
    assertThat(guards.call(SHOP, UNHURRIED, read(() -> "ok"))).isEqualTo("ok");
  }

  @Test
  void theBreakerStaysClosedWhenThePlatformAnswersWithRefusals() {
    AccountGuards guards = guards();
    for (int i = 0; i < 30; i++) {
      failure(guards, read(failing(of(Failure.MERCHANT_FIX))));
    }

    assertThat(guards.call(SHOP, UNHURRIED, read(() -> "ok"))).isEqualTo("ok");
  }

  @Test
  void stopsForTheDayWhenTheDaysCallsAreUsedUp() {
    AccountGuards guards = guards();
    Limits ten = new Limits(OptionalDouble.of(1_000), OptionalInt.empty(), OptionalInt.of(10));
    for (int i = 0; i < 9; i++) {
      guards.call(SHOP, ten, listing(() -> "ok"));
    }

    PlatformException listing = catchFailure(() -> guards.call(SHOP, ten, listing(() -> "ok")));
    assertThat(listing.failure()).isEqualTo(Failure.WAIT_UNTIL);
    assertThat(listing.retryAfter()).contains(Duration.ofHours(6));
    assertThat(guards.call(SHOP, ten, read(() -> "orders go on"))).isNotNull();
    assertThat(catchFailure(() -> guards.call(SHOP, ten, read(() -> "ok"))).failure())
        .isEqualTo(Failure.WAIT_UNTIL);
  }

  @Test
  void anInterruptedCallerLeavesTheLineAndStaysInterrupted() throws InterruptedException {
    AccountGuards guards = guards();
    Limits one = new Limits(OptionalDouble.empty(), OptionalInt.of(1), OptionalInt.empty());
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    Thread holder =
        Thread.ofVirtual().start(() -> guards.call(SHOP, one, read(() -> hold(inside, open))));
    inside.await();
    AtomicReference<PlatformException> thrown = new AtomicReference<>();
    AtomicReference<Boolean> flag = new AtomicReference<>();
    Thread waiter =
        Thread.ofVirtual()
            .start(
                () -> {
                  thrown.set(catchFailure(() -> guards.call(SHOP, one, write(LONG, () -> "ok"))));
                  flag.set(Thread.currentThread().isInterrupted());
                });
    waiter.interrupt();
    waiter.join();
    open.countDown();
    holder.join();

    assertThat(thrown.get().failure()).isEqualTo(Failure.RETRY_LATER);
    assertThat(thrown.get().outcomeUnknown()).isFalse();
    assertThat(flag.get()).isTrue();
    assertThat(guards.call(SHOP, one, read(() -> "next"))).isEqualTo("next");
  }

  @Test
  void aBugInAnAttemptComesOutUnchanged() {
    IllegalStateException bug = new IllegalStateException("bug");

    assertThatThrownBy(
            () ->
                guards()
                    .call(
                        SHOP,
                        UNHURRIED,
                        read(
                            () -> {
                              throw bug;
                            })))
        .isSameAs(bug);
  }

  @Test
  void dropsGuardsThatNobodyUses() {
    AtomicLong now = new AtomicLong();
    AccountGuards guards = guards(now::get, Duration.ofSeconds(10));
    for (int i = 0; i < 1_000; i++) {
      AccountId account = new AccountId(Platform.WOOCOMMERCE, "store-" + i);
      guards.call(account, Limits.CHOSEN_BY_US, read(() -> "ok"));
    }
    assertThat(guards.kept()).isEqualTo(1_000);

    now.addAndGet(Duration.ofMinutes(11).toNanos());
    guards.call(SHOP, UNHURRIED, read(() -> "ok"));
    assertThat(guards.kept()).isEqualTo(1);
  }

  @Test
  void countsCallsByOutcomeAndNamesNoAccount() {
    AccountGuards guards = guards();
    guards.call(SHOP, UNHURRIED, read(() -> "ok"));
    failure(guards, read(failing(of(Failure.MERCHANT_FIX))));

    assertThat(count("ok")).isEqualTo(1);
    assertThat(count("merchant_fix")).isEqualTo(1);
    assertThat(registry.getMeters())
        .noneMatch(meter -> meter.getId().toString().contains(SHOP.id()));
  }

  private void counted(AccountId account, String group, boolean rejected) {
    counted.add(account + " " + group + (rejected ? " rejected" : ""));
  }

  private double count(String outcome) {
    return registry.get("storebridge.calls").tag("outcome", outcome).counter().count();
  }

  private AccountGuards guards() {
    return guards(System::nanoTime, Duration.ofSeconds(10));
  }

  private AccountGuards guards(LongSupplier nanos, Duration rest) {
    Clock evening = Clock.fixed(Instant.parse("2026-11-22T18:00:00Z"), ZoneOffset.UTC);
    return new AccountGuards(
        book, this::counted, registry, new AccountGuards.Time(evening, nanos, rest));
  }

  private Supplier<String> failing(PlatformException failure) {
    return () -> {
      attempts.incrementAndGet();
      throw failure;
    };
  }
}
