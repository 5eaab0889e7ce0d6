package dev.storebridge.sandbox.shopify.store;

/** A value of an option. */
public record StoredValue(long id, String name) {}
