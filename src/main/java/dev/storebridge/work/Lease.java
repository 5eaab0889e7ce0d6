package dev.storebridge.work;

/**
 * The right to call a store account's platforms, until it ends or is renewed.
 *
 * @param epoch grows with every new holder; fences what earlier holders left behind
 */
public record Lease(String storeId, long epoch) {}
