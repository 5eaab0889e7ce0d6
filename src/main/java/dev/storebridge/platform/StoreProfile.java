package dev.storebridge.platform;

import dev.storebridge.commerce.CurrencyCode;

/**
 * What a store says of itself.
 *
 * @param externalId the platform's own name of the store: the {@code myshopifyDomain}, or the
 *     site's address
 */
public record StoreProfile(String externalId, String name, CurrencyCode currency) {}
