package dev.storebridge.platform;

/** A carrier as a channel knows it. */
public record Carrier(String id, String name) {}
