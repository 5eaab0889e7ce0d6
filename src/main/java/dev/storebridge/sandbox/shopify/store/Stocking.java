package dev.storebridge.sandbox.shopify.store;

import dev.storebridge.sandbox.catalogue.CatalogueOption;
import dev.storebridge.sandbox.catalogue.CatalogueProduct;
import dev.storebridge.sandbox.catalogue.CatalogueVariant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Turns catalogue products into stored ones. The ids follow from the order alone, so that a shop
 * that is started anew has the same ids as before.
 */
final class Stocking {

  private static final long PRODUCTS = 8_100_000_000_000L;
  private static final long VARIANTS = 45_200_000_000_000L;
  private static final long ITEMS = 47_300_000_000_000L;
  private static final long MEDIA = 33_400_000_000_000L;
  private static final long OPTIONS = 10_500_000_000_000L;
  private static final long VALUES = 2_600_000_000_000L;
  private static final long METAFIELDS = 26_700_000_000_000L;

  private long products;
  private long variants;
  private long media;
  private long options;
  private long values;
  private long metafields;

  StoredProduct store(CatalogueProduct from, Instant at) {
    long id = PRODUCTS + ++products;
    List<StoredOption> stored = options(from.options());
    List<StoredMedia> pictures =
        from.pictures().stream().map(p -> new StoredMedia(MEDIA + ++media, p, at)).toList();
    List<StoredVariant> all = new ArrayList<>();
    for (CatalogueVariant variant : from.variants()) {
      long picture = picture(variant, pictures);
      all.add(
          variant(variant, choices(variant, stored), new Place(id, all.size() + 1, picture, at)));
    }
    return new StoredProduct(
        id,
        from.handle(),
        from.title(),
        from.descriptionHtml(),
        from.vendor(),
        from.type(),
        from.status().toUpperCase(Locale.ROOT),
        from.tags().stream().sorted().toList(),
        stored,
        List.copyOf(all),
        pictures,
        metafields(from, at),
        at,
        at);
  }

  private record Place(long productId, int position, long mediaId, Instant at) {}

  private StoredVariant variant(CatalogueVariant from, List<StoredChoice> choices, Place place) {
    variants++;
    return new StoredVariant(
        VARIANTS + variants,
        ITEMS + variants,
        place.productId(),
        place.position(),
        choices,
        from.sku(),
        from.barcode(),
        from.price() == null ? BigDecimal.ZERO : from.price(),
        from.compareAt(),
        from.grams(),
        from.tracked(),
        place.mediaId(),
        place.at(),
        place.at());
  }

  private List<StoredOption> options(List<CatalogueOption> from) {
    List<CatalogueOption> wanted =
        from.isEmpty() ? List.of(new CatalogueOption("Title", List.of("Default Title"))) : from;
    List<StoredOption> stored = new ArrayList<>();
    for (CatalogueOption option : wanted) {
      List<StoredValue> names =
          option.values().stream().map(name -> new StoredValue(VALUES + ++values, name)).toList();
      stored.add(new StoredOption(OPTIONS + ++options, option.name(), stored.size() + 1, names));
    }
    return List.copyOf(stored);
  }

  private static List<StoredChoice> choices(CatalogueVariant variant, List<StoredOption> options) {
    List<String> names = variant.choices().isEmpty() ? List.of("Default Title") : variant.choices();
    List<StoredChoice> choices = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      StoredOption option = options.get(i);
      choices.add(new StoredChoice(option.name(), option.value(names.get(i))));
    }
    return List.copyOf(choices);
  }

  private static long picture(CatalogueVariant variant, List<StoredMedia> pictures) {
    boolean own = variant.picture() >= 0 && variant.picture() < pictures.size();
    return own && pictures.size() > 1 ? pictures.get(variant.picture()).id() : 0;
  }

  private List<StoredMetafield> metafields(CatalogueProduct from, Instant at) {
    List<StoredMetafield> stored = new ArrayList<>();
    new TreeMap<>(from.metafields())
        .forEach(
            (name, value) -> {
              int dot = name.indexOf('.');
              String namespace = name.substring(0, dot);
              String key = name.substring(dot + 1);
              stored.add(new StoredMetafield(METAFIELDS + ++metafields, namespace, key, value, at));
            });
    return List.copyOf(stored);
  }
}
