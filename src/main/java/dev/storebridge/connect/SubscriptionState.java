package dev.storebridge.connect;

import dev.storebridge.platform.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * One topic that an account is to tell us of, as it was found or left last.
 *
 * @param id the platform's; empty while it could not be registered
 * @param code why it could not; empty when it is active
 * @param since when it became so
 * @param checkedAt when the account was looked at last
 */
public record SubscriptionState(
    AccountId account,
    String topic,
    String id,
    String url,
    String code,
    String cause,
    Instant since,
    Optional<Instant> checkedAt) {

  /** Whether the account tells us of it. */
  public boolean active() {
    return code.isEmpty();
  }
}
