package dev.storebridge.resilience;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.CallBook;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.QuotaBook;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps a guard for each account that is being worked with. One that nobody has used for ten
 * minutes is dropped with what it remembers.
 */
@ApplicationScoped
public class AccountGuards implements Guards {

  private static final long IDLE = Duration.ofMinutes(10).toNanos();
  private static final long BETWEEN_SWEEPS = Duration.ofMinutes(1).toNanos();

  private final Map<AccountId, Kept> guards = new ConcurrentHashMap<>();
  private final Map<Timeout, Guard> timeouts = new ConcurrentHashMap<>();
  private final QuotaBook quotas;
  private final CallBook calls;
  private final CallMetrics metrics;
  private final Time time;
  private final AtomicLong swept;

  /**
   * @param rest how long an account in an outage is left alone
   */
  @Inject
  public AccountGuards(
      QuotaBook quotas,
      CallBook calls,
      MeterRegistry registry,
      Clock clock,
      @ConfigProperty(name = "storebridge.retry.outage-rest", defaultValue = "10s") Duration rest) {
    this(quotas, calls, registry, new Time(clock, System::nanoTime, rest));
  }

  AccountGuards(QuotaBook quotas, CallBook calls, MeterRegistry registry, Time time) {
    this.quotas = quotas;
    this.calls = calls;
    this.metrics = new CallMetrics(registry);
    this.time = time;
    this.swept = new AtomicLong(time.nanos().getAsLong());
  }

  @Override
  public <T> T call(AccountId account, Limits limits, GuardedCall<T> call) {
    sweep();
    Kept kept = guards.compute(account, (id, known) -> inUse(known, id, limits));
    try {
      return kept.guard().call(limits, call);
    } finally {
      guards.computeIfPresent(account, (id, used) -> used.released(time.nanos().getAsLong()));
    }
  }

  @Override
  public void report(AccountId account, Budget budget) {
    Kept kept = guards.get(account);
    if (kept != null) {
      kept.guard().report(budget);
    }
  }

  int kept() {
    return guards.size();
  }

  private Kept inUse(Kept known, AccountId account, Limits limits) {
    return known == null ? new Kept(guardOf(account, limits), 1, 0) : known.used();
  }

  private AccountGuard guardOf(AccountId account, Limits limits) {
    return new AccountGuard(
        account,
        limits,
        new AccountGuard.Surroundings(
            time.clock(),
            time.nanos(),
            quotas,
            calls,
            metrics,
            limit -> timeout(account.platform(), limit),
            time.rest()));
  }

  private Guard timeout(Platform platform, Duration limit) {
    return timeouts.computeIfAbsent(
        new Timeout(platform, limit), key -> Policies.timeout(key.platform(), key.limit()));
  }

  private void sweep() {
    long now = time.nanos().getAsLong();
    long last = swept.get();
    if (now - last > BETWEEN_SWEEPS && swept.compareAndSet(last, now)) {
      guards
          .keySet()
          .forEach(
              id -> guards.computeIfPresent(id, (key, one) -> one.idleSince(now) ? null : one));
    }
  }

  /**
   * Where guards get the time from.
   *
   * @param rest how long a breaker stays open
   */
  record Time(Clock clock, LongSupplier nanos, Duration rest) {}

  private record Timeout(Platform platform, Duration limit) {}

  /** A guard, how many calls are behind it, and when the last one ended. */
  private record Kept(AccountGuard guard, int users, long lastUsed) {

    Kept used() {
      return new Kept(guard, users + 1, lastUsed);
    }

    Kept released(long now) {
      return new Kept(guard, users - 1, now);
    }

    boolean idleSince(long now) {
      return users == 0 && now - lastUsed > IDLE;
    }
  }
}
