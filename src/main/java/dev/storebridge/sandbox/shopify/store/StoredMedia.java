package dev.storebridge.sandbox.shopify.store;

import dev.storebridge.sandbox.catalogue.Picture;
import java.time.Instant;

/** A picture of a product; its file is served by the sandbox itself. */
public record StoredMedia(long id, Picture picture, Instant createdAt) {}
