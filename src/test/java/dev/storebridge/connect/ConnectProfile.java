package dev.storebridge.connect;

import dev.storebridge.platform.Authoriser;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAuth;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * The service with merchants, platforms and a clock that tests make up; database and HTTP are real.
 */
public class ConnectProfile implements QuarkusTestProfile {
  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(TestClock.class, Merchants.class, Platforms.class);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "storebridge.public-url", "https://bridge.example",
        "storebridge.tiktok.apps.default.app-key", "app-key",
        "storebridge.tiktok.apps.default.app-secret", "app-secret",
        "storebridge.tiktok.apps.default.service-id", "7400",
        "storebridge.tiktok.apps.us.app-key", "us-key",
        "storebridge.tiktok.apps.us.app-secret", "us-secret",
        "storebridge.tiktok.apps.us.regions", "US",
        "storebridge.shopify.client-id", "shopify-app",
        "storebridge.shopify.client-secret", "shopify-secret",
        "quarkus.arc.exclude-types",
            "dev.storebridge.tiktokshop.TikTokShopAuthoriser,dev.storebridge.shopify.ShopifyAuthoriser");
  }

  /** The platforms' authorisation servers. */
  @Alternative
  @Singleton
  static class Platforms {
    final ScriptedPlatform tiktok;
    final ScriptedPlatform shopify;

    Platforms(Clock clock) {
      tiktok = new ScriptedPlatform(Platform.TIKTOK_SHOP, clock);
      shopify = new ScriptedPlatform(Platform.SHOPIFY, clock);
    }

    @Produces
    @Singleton
    @Typed(Authoriser.class)
    ScriptedPlatform tiktok() {
      return tiktok;
    }

    @Produces
    @Singleton
    @Typed(Authoriser.class)
    ScriptedPlatform shopify() {
      return shopify;
    }
  }

  static StoreAuth pasted(String token) {
    return new StoreAuth.PastedToken(new Secret(token), new Secret("webhooks"));
  }
}
