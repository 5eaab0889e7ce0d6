package dev.storebridge.sandbox.shopify.store;

/** The value of one option that a variant stands for. */
public record StoredChoice(String option, StoredValue value) {}
