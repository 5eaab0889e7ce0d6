package dev.storebridge.platform;

/** A place where a store keeps stock. */
public record Location(String id, String name, boolean active) {}
