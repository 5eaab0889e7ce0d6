package dev.storebridge.shopify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Which of Shopify's API versions we speak, and how. */
@ConfigMapping(prefix = "storebridge.shopify")
public interface ShopifyConfig {

  /** A quarterly version, {@code YYYY-MM}; each is served for at least twelve months. */
  @WithDefault("2026-10")
  String apiVersion();

  /** How long after it was begun a create whose answer was lost may still take effect. */
  @WithDefault("60s")
  Duration writeHorizon();
}
