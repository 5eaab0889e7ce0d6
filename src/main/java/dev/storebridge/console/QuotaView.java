package dev.storebridge.console;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * Calls of one group of endpoints today (UTC).
 *
 * @param platform tiktok-shop, shopify or woocommerce
 * @param account the shop's or the store's id
 * @param limit calls that the tenant file allows the account per day, all groups together; null
 *     where it sets no limit
 * @param rejected of the used ones, those that the platform refused as too many
 * @param backlog things that are due now and will need calls of this group
 */
@RegisterForReflection
record QuotaView(
    String platform,
    String account,
    String group,
    long used,
    Integer limit,
    long rejected,
    long backlog,
    Forecast forecast) {

  /**
   * How the day will end if it goes on like this.
   *
   * @param used calls of this group at the end of the day
   * @param enough false when the account's limit will not last; true where there is none
   * @param backlogDoneAt when the backlog can be done by the rate that the tenant file allows; null
   *     where it sets no rate or the limit does not last
   * @param resetsAt when the day ends
   */
  @RegisterForReflection
  record Forecast(long used, boolean enough, Instant backlogDoneAt, Instant resetsAt) {}
}
