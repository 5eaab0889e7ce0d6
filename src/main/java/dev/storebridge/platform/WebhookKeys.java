package dev.storebridge.platform;

import java.util.List;

/** Whose webhooks are believed, and by which keys they are known. */
public interface WebhookKeys {

  /** The keys of the service's own apps at a platform. */
  List<WebhookKey> ofApps(Platform platform);

  /**
   * What a store's webhooks may be signed with, the present key first; empty while the store is not
   * set up to send any.
   */
  List<WebhookKey> ofStore(StoreAccount store);

  /**
   * The stores that go by this name at their platform; several when tenants share one.
   *
   * @param name for Shopify the {@code myshopifyDomain}, learned at first contact
   */
  List<StoreAccount> storesNamed(Platform platform, String name);
}
