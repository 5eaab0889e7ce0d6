package dev.storebridge.platform;

/**
 * With what a sender signs its webhooks.
 *
 * @param holder the store's id, or the name of the service's app
 * @param appKey the app's public key, where the platform signs it along; else empty
 */
public record WebhookKey(String holder, String appKey, Secret secret) {}
