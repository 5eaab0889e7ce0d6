package dev.storebridge.resilience;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Urgency;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Calls to be guarded, and what becomes of them. */
final class GuardedCalls {

  static final AccountId SHOP = new AccountId(Platform.TIKTOK_SHOP, "7495");
  static final Limits UNHURRIED =
      new Limits(OptionalDouble.of(1_000), OptionalInt.of(50), OptionalInt.empty());
  static final Duration LONG = Duration.ofSeconds(30);

  private GuardedCalls() {}

  static String fail(PlatformException failure) {
    throw failure;
  }

  static String hold(CountDownLatch inside, CountDownLatch open) {
    inside.countDown();
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "held";
  }

  static PlatformException later() {
    return of(Failure.RETRY_LATER).retryAfter(Duration.ofMillis(1));
  }

  static PlatformException of(Failure failure) {
    return PlatformException.of(failure, SHOP, Explanation.of("c", "cause", "", "fix"));
  }

  static GuardedCall<String> read(Supplier<String> attempt) {
    return new GuardedCall<>("orders", Urgency.ORDER, 1, false, LONG, attempt);
  }

  static GuardedCall<String> listing(Supplier<String> attempt) {
    return new GuardedCall<>("products", Urgency.NEW_LISTING, 1, true, LONG, attempt);
  }

  static GuardedCall<String> write(Duration timeout, Supplier<String> attempt) {
    return new GuardedCall<>("orders", Urgency.ORDER, 1, true, timeout, attempt);
  }

  static PlatformException failure(AccountGuards guards, GuardedCall<String> call) {
    return catchFailure(() -> guards.call(SHOP, UNHURRIED, call));
  }

  static PlatformException catchFailure(Supplier<String> call) {
    return catchThrowableOfType(PlatformException.class, call::get);
  }
}
