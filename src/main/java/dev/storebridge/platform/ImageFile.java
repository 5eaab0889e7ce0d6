package dev.storebridge.platform;

/**
 * A downloaded picture, checked to be one.
 *
 * @param mediaType for example {@code image/jpeg}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying ten megabytes would be a waste
public record ImageFile(byte[] bytes, String mediaType, int width, int height) {}
