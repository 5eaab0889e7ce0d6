package dev.storebridge.platform;

/** How a store lets us in, by its tenant file. */
public sealed interface StoreAuth {

  /** Consent through the service's own app, or WooCommerce's key hand-over. */
  record Consent() implements StoreAuth {}

  /** The merchant's own Shopify app, client credentials grant. */
  record OwnApp(Secret clientId, Secret clientSecret) implements StoreAuth {}

  /** A token made in the Shopify admin. */
  record PastedToken(Secret token, Secret webhookSecret) implements StoreAuth {}

  /** A WooCommerce REST key. */
  record RestKey(Secret key, Secret secret) implements StoreAuth {}
}
