package dev.storebridge.platform;

/**
 * One store or one shop; what guards, quotas and metrics are kept for.
 *
 * @param id a store's id in its tenant file, or the shop's id at TikTok
 */
public record AccountId(Platform platform, String id) {

  @Override
  public String toString() {
    return platform + ":" + id;
  }
}
