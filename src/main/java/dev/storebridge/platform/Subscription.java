package dev.storebridge.platform;

/**
 * An account's promise to tell an address of a topic, as the platform has it.
 *
 * @param topic the platform's word
 * @param sound whether it is switched on and narrowed as we want it
 */
public record Subscription(String id, String topic, String url, boolean sound) {}
