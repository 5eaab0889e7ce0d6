package dev.storebridge.contract;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Limits;
import dev.storebridge.resilience.GuardedCall;
import dev.storebridge.resilience.Guards;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lets every call through once, so that a test sees what an adapter makes of each answer. */
public final class OpenGuards implements Guards {

  private final List<GuardedCall<?>> calls = Collections.synchronizedList(new ArrayList<>());
  private final List<Budget> budgets = Collections.synchronizedList(new ArrayList<>());

  @Override
  public <T> T call(AccountId account, Limits limits, GuardedCall<T> call) {
    calls.add(call);
    return call.attempt().get();
  }

  @Override
  public void report(AccountId account, Budget budget) {
    budgets.add(budget);
  }

  /** The calls so far. */
  public List<GuardedCall<?>> calls() {
    return List.copyOf(calls);
  }

  /** What was said of the platform's bucket so far. */
  public List<Budget> budgets() {
    return List.copyOf(budgets);
  }
}
