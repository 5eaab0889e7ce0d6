package dev.storebridge.commerce;

/**
 * A picture at its source.
 *
 * @param url where the store serves it; also its identity
 * @param altText words for those who cannot see it, empty when the store has none
 */
public record Image(String url, String altText) {}
