package dev.storebridge.platform;

/**
 * A picture as the channel holds it.
 *
 * @param uri the channel's reference, used in listings
 * @param url where the channel serves it, used inside descriptions
 */
public record UploadedImage(String uri, String url, int width, int height) {}
