package dev.storebridge.resilience;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Limits;

/**
 * The guards of all accounts. A guard belongs to an account, is made at its first call, keeps its
 * state when limits change and is dropped when idle.
 */
public interface Guards {

  /**
   * Runs a call behind the account's guard: retry (jitter, obeys a wait of up to 2 s) around
   * breaker around, per attempt, quota, pace, concurrency and time-out. Within an urgency it is
   * first come, first served. Blocks the calling (virtual) thread.
   *
   * @throws dev.storebridge.platform.PlatformException what the attempt threw last, or the guard's
   *     own refusal (breaker open, day's quota used up, time-out)
   */
  <T> T call(AccountId account, Limits limits, GuardedCall<T> call);

  /** Tells what the platform's answer said of its own cost bucket; the pace follows it. */
  void report(AccountId account, Budget budget);

  /**
   * A platform's cost bucket after a call.
   *
   * @param available points left now
   * @param maximum points of a full bucket
   * @param restoredPerSecond points that come back each second
   */
  record Budget(double available, double maximum, double restoredPerSecond) {}
}
