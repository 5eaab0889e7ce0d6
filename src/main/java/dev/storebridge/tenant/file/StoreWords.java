package dev.storebridge.tenant.file;

import dev.storebridge.platform.Platform;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The words that depend on a store's platform. */
final class StoreWords {

  /** The platforms a store can be on. */
  static final List<Platform> PLATFORMS = List.of(Platform.SHOPIFY, Platform.WOOCOMMERCE);

  private StoreWords() {}

  /** A platform as tenant files spell it. */
  static String spelling(Platform platform) {
    return platform.name().toLowerCase(Locale.ROOT);
  }

  /** Every status a product can have there; the first is taken where the file names none. */
  static List<String> statuses(Platform platform) {
    return switch (platform) {
      case SHOPIFY -> List.of("active", "draft", "archived", "unlisted");
      case WOOCOMMERCE -> List.of("publish", "draft", "pending", "private");
      case TIKTOK_SHOP -> List.of();
    };
  }

  /** The platform of the store a place is in. */
  static Optional<Platform> platformOfStore(Place place) {
    return platform(place.reading().document(), place.topItem());
  }

  /** The platform of the store that the connection of a place names. */
  static Optional<Platform> platformOfConnection(Place place) {
    YamlDocument document = place.reading().document();
    return document
        .text(place.topItem() + ".store")
        .flatMap(
            id ->
                IntStream.range(0, document.size("stores"))
                    .mapToObj(i -> "stores[" + i + "]")
                    .filter(store -> document.text(store + ".id").filter(id::equals).isPresent())
                    .findFirst())
        .flatMap(store -> platform(document, store));
  }

  private static Optional<Platform> platform(YamlDocument document, String store) {
    return document
        .text(store + ".platform")
        .flatMap(
            word ->
                PLATFORMS.stream().filter(platform -> spelling(platform).equals(word)).findFirst());
  }
}
