package dev.storebridge.connect;

import dev.storebridge.platform.Account;
import dev.storebridge.platform.Destination;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.WebhookKey;
import dev.storebridge.platform.WebhookKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where accounts are to send their webhooks, and what those are signed with where we choose. */
@ApplicationScoped
class WebhookDestinations {
  private final PublicUrl publicUrl;
  private final WebhookKeys keys;

  WebhookDestinations(PublicUrl publicUrl, WebhookKeys keys) {
    this.publicUrl = publicUrl;
    this.keys = keys;
  }

  /** Empty while the service has no public address. */
  Optional<Destination> of(Account account) {
    return publicUrl.webhooks(path(account)).map(url -> new Destination(url, secret(account)));
  }

  private static String path(Account account) {
    return switch (account) {
      case ShopAccount shop -> "tiktok";
      case StoreAccount store when store.platform() == Platform.SHOPIFY -> "shopify";
      case StoreAccount store -> "woocommerce/" + store.id();
    };
  }

  /** The one that the intake tries first. */
  private Optional<Secret> secret(Account account) {
    return account instanceof StoreAccount store && store.platform() == Platform.WOOCOMMERCE
        ? keys.ofStore(store).stream().findFirst().map(WebhookKey::secret)
        : Optional.empty();
  }
}
