package dev.storebridge.platform;

/**
 * A node of the channel's category tree.
 *
 * @param parentId {@code "0"} at the root
 * @param leaf only leaves can hold listings
 * @param available false when the shop may not list there
 */
public record Category(String id, String parentId, String name, boolean leaf, boolean available) {}
