package dev.storebridge.resilience;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.CallBook;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.QuotaBook;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Everything that stands between us and one account, and what it remembers of it. */
final class AccountGuard {

  private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
  private static final Explanation UNKNOWN_OUTAGE =
      Explanation.of(
          "resting",
          "Too many calls failed, so the account is left alone for a moment.",
          "",
          "Nothing to do: it is tried again.");

  /**
   * What all guards share.
   *
   * @param timeouts a policy for each time-out in use
   * @param rest how long a breaker stays open
   */
  record Surroundings(
      Clock clock,
      LongSupplier nanos,
      QuotaBook quotas,
      CallBook calls,
      CallMetrics metrics,
      Function<Duration, Guard> timeouts,
      Duration rest) {}

  private final AccountId account;
  private final Surroundings around;
  private final Gate gate;
  private final Allowance allowance;
  private final Guard retryAroundBreaker;
  private final Map<String, Long> askedToWaitUntil = new ConcurrentHashMap<>();
  private volatile long opened;
  private volatile Explanation outage = UNKNOWN_OUTAGE;

  AccountGuard(AccountId account, Limits limits, Surroundings around) {
    this.account = account;
    this.around = around;
    this.gate = new Gate(Profile.of(account.platform(), limits), around.nanos());
    this.allowance = new Allowance(account, around.quotas(), around.clock());
    this.retryAroundBreaker =
        Policies.retryAroundBreaker(account.platform(), around.rest(), this::breakerTurned);
  }

  <T> T call(Limits limits, GuardedCall<T> call) {
    gate.profile(Profile.of(account.platform(), limits));
    try {
      refuseWhileAskedToWait(call);
      return carriedOut(limits, call);
    } catch (PlatformException e) {
      if (GuardFault.isInterruption(e)) {
        Thread.currentThread().interrupt();
      }
      throw e;
    }
  }

  void report(Guards.Budget budget) {
    gate.report(budget);
  }

  @SuppressWarnings("unchecked") // the library hands through what the attempt returned
  private <T> T carriedOut(Limits limits, GuardedCall<T> call) {
    try {
      return (T) retryAroundBreaker.call(() -> attempt(limits, call), Object.class);
    } catch (CircuitBreakerOpenException e) {
      around.metrics().called(account.platform(), call.group(), "resting");
      throw GuardFault.resting(account, outage, restLeft());
    } catch (InterruptedException e) {
      throw unanswered(call, GuardFault.interrupted(account));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("an attempt throws no checked exception", e);
    }
  }

  private <T> Object attempt(Limits limits, GuardedCall<T> call) {
    limits.requestsPerDay().ifPresent(perDay -> allowance.take(perDay, call.urgency()));
    long entered = enter(call);
    try {
      Object answer = timed(call);
      around.metrics().called(account.platform(), call.group(), CallMetrics.OK);
      around.calls().made(account, call.group(), false);
      return answer;
    } catch (PlatformException e) {
      note(call, e);
      throw call.write() ? e : GuardFault.ofRead(e);
    } finally {
      gate.leave(call.cost(), entered);
    }
  }

  private long enter(GuardedCall<?> call) {
    long asked = around.nanos().getAsLong();
    try {
      long entered = gate.enter(call.urgency(), call.cost());
      around.metrics().waited(account.platform(), call.urgency(), entered - asked);
      return entered;
    } catch (InterruptedException e) {
      throw GuardFault.interrupted(account);
    }
  }

  private Object timed(GuardedCall<?> call) {
    try {
      return around.timeouts().apply(call.timeout()).call(call.attempt()::get, Object.class);
    } catch (TimeoutException e) {
      throw unanswered(call, GuardFault.timedOut(account, call.timeout()));
    } catch (InterruptedException e) {
      throw unanswered(call, GuardFault.interrupted(account));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("an attempt throws no checked exception", e);
    }
  }

  private static PlatformException unanswered(GuardedCall<?> call, PlatformException fault) {
    return call.write() ? fault.withUnknownOutcome() : fault;
  }

  private void note(GuardedCall<?> call, PlatformException fault) {
    around.metrics().called(account.platform(), call.group(), fault.failure().name());
    around.calls().made(account, call.group(), fault.failure() == Failure.SLOW_DOWN);
    if (GuardFault.isOutage(fault)) {
      outage = fault.explanation();
    }
    if (fault.failure() != Failure.SLOW_DOWN) {
      return;
    }
    gate.slowDown();
    fault
        .retryAfter()
        .filter(wait -> wait.compareTo(GuardFault.LONGEST_WAIT) > 0)
        .ifPresent(
            wait ->
                askedToWaitUntil.put(call.group(), around.nanos().getAsLong() + wait.toNanos()));
  }

  /** A long wait that the platform asked for holds for the calls of the same group too. */
  private void refuseWhileAskedToWait(GuardedCall<?> call) {
    Long until = askedToWaitUntil.get(call.group());
    if (until == null) {
      return;
    }
    long left = until - around.nanos().getAsLong();
    if (left > 0) {
      around.metrics().called(account.platform(), call.group(), "asked-to-wait");
      throw GuardFault.asksToWait(account, Duration.ofNanos(left));
    }
    askedToWaitUntil.remove(call.group(), until);
  }

  private void breakerTurned(CircuitBreakerState state) {
    if (state == CircuitBreakerState.OPEN) {
      opened = around.nanos().getAsLong();
    }
  }

  private Duration restLeft() {
    Duration passed = Duration.ofNanos(around.nanos().getAsLong() - opened);
    Duration left = around.rest().minus(passed);
    return left.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : left;
  }
}
