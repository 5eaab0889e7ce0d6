package dev.storebridge.platform;

/**
 * A warehouse of a shop.
 *
 * @param sales false for one that only takes returns
 * @param usable false when it is disabled or restricted
 */
public record Warehouse(String id, String name, boolean sales, boolean usable, boolean main) {}
