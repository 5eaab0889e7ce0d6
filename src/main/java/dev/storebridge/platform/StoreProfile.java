package dev.storebridge.platform;

import dev.storebridge.commerce.CurrencyCode;

/**
 * What a store says of itself.
 *
 * @param externalId the platform's own name of the store: the {@code myshopifyDomain}, or the
 *     site's address
 * @param taxIncluded false when the store adds tax to the prices of its products at its checkout
 */
public record StoreProfile(
    String externalId, String name, CurrencyCode currency, boolean taxIncluded) {

  /** A store whose prices are what its customers pay. */
  public StoreProfile(String externalId, String name, CurrencyCode currency) {
    this(externalId, name, currency, true);
  }
}
