package dev.storebridge.sandbox.shopify.store;

import java.time.Instant;

/** A further fact of a product. */
public record StoredMetafield(
    long id, String namespace, String key, String value, Instant updatedAt) {}
