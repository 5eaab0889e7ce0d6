package dev.storebridge.shopify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which of Shopify's API versions we speak. */
@ConfigMapping(prefix = "storebridge.shopify")
public interface ShopifyConfig {

  /** A quarterly version, {@code YYYY-MM}; each is served for at least twelve months. */
  @WithDefault("2026-10")
  String apiVersion();
}
