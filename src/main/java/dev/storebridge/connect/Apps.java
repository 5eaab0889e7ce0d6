package dev.storebridge.connect;

import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** With which app's keys an account is connected. */
@ApplicationScoped
class Apps {
  private static final String SERVICE_APP = "shopify";

  /** What a WooCommerce merchant reads on the page where the key is handed over. */
  private static final AppKeys HAND_OVER = keys("woocommerce", "Storebridge", new Secret(""));

  private final TikTokApps tiktok;
  private final ShopifyAppConfig shopify;

  Apps(TikTokApps tiktok, ShopifyAppConfig shopify) {
    this.tiktok = tiktok;
    this.shopify = shopify;
  }

  /** Empty when the store is let in by what its tenant file holds, or the service has no app. */
  Optional<AppKeys> ofStore(StoreAccount store) {
    return switch (store.auth()) {
      case StoreAuth.OwnApp own -> Optional.of(ownApp(own));
      case StoreAuth.Consent consent when store.platform() == Platform.SHOPIFY -> ofService();
      case StoreAuth.Consent consent when store.platform() == Platform.WOOCOMMERCE ->
          Optional.of(HAND_OVER);
      default -> Optional.empty();
    };
  }

  static boolean consents(StoreAccount store) {
    return store.auth() instanceof StoreAuth.Consent;
  }

  /** The app that a grant was given to; empty when the operator took it away. */
  Optional<AppKeys> of(Grant grant, Optional<StoreAccount> store) {
    return grant.platform() == Platform.TIKTOK_SHOP
        ? tiktok.named(grant.app())
        : store.flatMap(this::ofStore).filter(app -> app.name().equals(grant.app()));
  }

  /** The service's own Shopify app; empty where the operator has none. */
  Optional<AppKeys> ofService() {
    return shopify
        .clientId()
        .flatMap(
            id -> shopify.clientSecret().map(secret -> keys(SERVICE_APP, id, new Secret(secret))));
  }

  /** A changed client id makes another app, so that its predecessor's token is left behind. */
  private static AppKeys ownApp(StoreAuth.OwnApp own) {
    String id = own.clientId().reveal();
    return keys("own-" + Hashes.sha256(id).substring(0, 12), id, own.clientSecret());
  }

  private static AppKeys keys(String name, String id, Secret secret) {
    return new AppKeys(name, id, secret, "", Optional.empty());
  }
}
