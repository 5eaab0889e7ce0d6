package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Variant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pictures of single offers. The channel shows them on one kind of choice only, so they are sent
 * when all variants with the same first option show the same picture, and not at all otherwise.
 */
final class OfferPictures {

  private OfferPictures() {}

  /** By variant id. */
  static Map<String, Image> of(List<Variant> variants) {
    Map<String, Optional<String>> byFirst = new HashMap<>();
    Map<String, Image> pictures = new HashMap<>();
    for (Variant variant : variants) {
      if (variant.options().isEmpty()) {
        return Map.of();
      }
      Optional<String> url = variant.image().map(Image::url);
      Optional<String> before = byFirst.putIfAbsent(variant.options().getFirst().strip(), url);
      if (before != null && !before.equals(url)) {
        return Map.of();
      }
      variant.image().ifPresent(image -> pictures.put(variant.id(), image));
    }
    return pictures;
  }
}
