package dev.storebridge.platform;

/** Keeps count of the calls that accounts were made, across restarts and replicas. */
public interface CallBook {

  /**
   * Counts one attempt.
   *
   * @param group of endpoints, as the guard's calls name it
   * @param rejected whether the platform refused it as one too many
   */
  void made(AccountId account, String group, boolean rejected);
}
