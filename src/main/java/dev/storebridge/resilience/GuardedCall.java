package dev.storebridge.resilience;

import dev.storebridge.platform.Urgency;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * One call to a platform.
 *
 * @param group endpoint group, for metrics and quotas, a small fixed set per platform
 * @param cost what it takes from the account's bucket: 1 where requests are counted
 * @param write true when a lost answer leaves the outcome unknown; such a call is repeated only
 *     when it provably was not carried out
 * @param timeout for one attempt
 * @param attempt makes the request; throws {@link dev.storebridge.platform.PlatformException}
 */
public record GuardedCall<T>(
    String group,
    Urgency urgency,
    double cost,
    boolean write,
    Duration timeout,
    Supplier<T> attempt) {}
