package dev.storebridge.connect;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The service's Shopify app. A mapping, so that it can share its prefix with other rooms'. */
@ConfigMapping(prefix = "storebridge.shopify")
interface ShopifyAppConfig {
  Optional<String> clientId();

  Optional<String> clientSecret();
}
