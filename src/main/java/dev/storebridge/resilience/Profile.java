package dev.storebridge.resilience;

import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;

/**
 * What an account may do when everything goes well.
 *
 * @param rate requests per second, {@link Pace#NONE} where the platform does not count requests
 * @param concurrent requests at a time
 * @param followsLatency true where it is fewer at a time while answers come slowly
 */
record Profile(double rate, int concurrent, boolean followsLatency) {

  /** What the tenant file says, and what we choose for its platform where it says nothing. */
  static Profile of(Platform platform, Limits limits) {
    Profile chosen =
        switch (platform) {
          case TIKTOK_SHOP -> new Profile(5, 8, false);
          case SHOPIFY -> new Profile(Pace.NONE, 8, false);
          case WOOCOMMERCE -> new Profile(Pace.NONE, 4, true);
        };
    return new Profile(
        limits.requestsPerSecond().orElse(chosen.rate()),
        limits.concurrent().orElse(chosen.concurrent()),
        chosen.followsLatency());
  }
}
