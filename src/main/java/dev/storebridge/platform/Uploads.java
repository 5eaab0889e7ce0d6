package dev.storebridge.platform;

import java.util.Map;
import java.util.Optional;

/** The channel's references of the pictures that a listing uses, by use and source URL. */
public record Uploads(Map<Key, UploadedImage> images) {

  /** One picture in one use. */
  public record Key(ImageUse use, String sourceUrl) {}

  public Uploads {
    images = Map.copyOf(images);
  }

  public Optional<UploadedImage> of(ImageUse use, String sourceUrl) {
    return Optional.ofNullable(images.get(new Key(use, sourceUrl)));
  }
}
