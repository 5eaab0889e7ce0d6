package dev.storebridge.sandbox.shopify.graphql;

import java.util.function.Supplier;

/**
 * What is fixed about the store.
 *
 * @param domain the myshopify domain
 * @param baseUrl where this sandbox is reached, known once its port is
 */
public record ShopFacts(String name, String domain, String currency, Supplier<String> baseUrl) {}
