package dev.storebridge.shopify;

import java.time.Duration;

/** Settings for tests. */
record Quarterly(String apiVersion, Duration writeHorizon) implements ShopifyConfig {

  static ShopifyConfig of(String apiVersion) {
    return new Quarterly(apiVersion, Duration.ofSeconds(60));
  }
}
