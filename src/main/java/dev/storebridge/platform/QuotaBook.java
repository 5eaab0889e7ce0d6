package dev.storebridge.platform;

import java.time.LocalDate;

/** Keeps what an account has used of a daily quota, across restarts and replicas. */
public interface QuotaBook {

  /**
   * Takes up to {@code wanted} units of the day's quota.
   *
   * @return how many were granted, 0 when the day is used up
   */
  int take(AccountId account, LocalDate day, int wanted, int limit);
}
