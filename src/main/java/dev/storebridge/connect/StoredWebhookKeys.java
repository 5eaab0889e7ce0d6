package dev.storebridge.connect;

import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.platform.WebhookKey;
import dev.storebridge.platform.WebhookKeys;
import dev.storebridge.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;

/**
 * The keys of webhooks: the apps' secrets, what a tenant file holds, and for WooCommerce a secret
 * of ours. That one is made of the operator's encryption key and the store's id, so it is the same
 * on every replica and is kept nowhere; what was made of the previous key is believed as long as
 * the key is configured.
 */
@ApplicationScoped
class StoredWebhookKeys implements WebhookKeys {
  private static final String PURPOSE = "webhooks of a WooCommerce store";

  private final Apps apps;
  private final TikTokApps tiktok;
  private final EncryptionKeys encryption;
  private final StoreNames names;
  private final Tenants tenants;

  StoredWebhookKeys(
      Apps apps, TikTokApps tiktok, EncryptionKeys encryption, StoreNames names, Tenants tenants) {
    this.apps = apps;
    this.tiktok = tiktok;
    this.encryption = encryption;
    this.names = names;
    this.tenants = tenants;
  }

  @Override
  public List<WebhookKey> ofApps(Platform platform) {
    return switch (platform) {
      case TIKTOK_SHOP -> tiktok.candidates(null).stream().map(StoredWebhookKeys::ofApp).toList();
      case SHOPIFY -> apps.ofService().stream().map(StoredWebhookKeys::ofApp).toList();
      case WOOCOMMERCE -> List.of();
    };
  }

  private static WebhookKey ofApp(AppKeys app) {
    return new WebhookKey(app.name(), app.key(), app.secret());
  }

  @Override
  public List<WebhookKey> ofStore(StoreAccount store) {
    return secrets(store).stream().map(secret -> new WebhookKey(store.id(), "", secret)).toList();
  }

  private List<Secret> secrets(StoreAccount store) {
    return switch (store.auth()) {
      case StoreAuth.PastedToken pasted -> List.of(pasted.webhookSecret());
      case StoreAuth.OwnApp own -> List.of(own.clientSecret());
      case StoreAuth.RestKey key -> ours(store);
      case StoreAuth.Consent consent when store.platform() == Platform.WOOCOMMERCE -> ours(store);
      case StoreAuth.Consent consent -> apps.ofService().stream().map(AppKeys::secret).toList();
    };
  }

  /** Hex, because WooCommerce decodes entities in it. */
  private List<Secret> ours(StoreAccount store) {
    return encryption.known().stream()
        .map(key -> new Secret(HexFormat.of().formatHex(key.sign(PURPOSE, store.id()))))
        .toList();
  }

  @Override
  public List<StoreAccount> storesNamed(Platform platform, String name) {
    return names.of(platform, name).stream()
        .flatMap(id -> tenants.store(id).stream())
        .filter(store -> store.platform() == platform)
        .toList();
  }
}
