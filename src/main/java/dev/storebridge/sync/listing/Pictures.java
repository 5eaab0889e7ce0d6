package dev.storebridge.sync.listing;

import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Offer;
import dev.storebridge.mapping.UploadedImages;
import dev.storebridge.platform.ImageUse;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.UploadedImage;
import dev.storebridge.platform.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Brings a listing's pictures from the store to the shop, each once. */
@ApplicationScoped
class Pictures {

  private final UploadedImages uploaded;
  private final Platforms platforms;

  Pictures(UploadedImages uploaded, Platforms platforms) {
    this.uploaded = uploaded;
    this.platforms = platforms;
  }

  /**
   * Uploads what the shop lacks and answers all.
   *
   * @throws dev.storebridge.platform.PlatformException when a picture cannot be had or is not taken
   */
  Uploads bring(StoreAccount store, ShopAccount shop, Listing listing) {
    Set<Uploads.Key> wanted = wanted(listing);
    Map<Uploads.Key, UploadedImage> images =
        new LinkedHashMap<>(uploaded.of(store.id(), shop.id(), wanted).images());
    Map<Uploads.Key, UploadedImage> fresh = new LinkedHashMap<>();
    try {
      for (Uploads.Key key : wanted) {
        if (!images.containsKey(key)) {
          fresh.put(key, upload(store, shop, key));
        }
      }
    } finally {
      uploaded.keep(store.id(), shop.id(), fresh);
    }
    images.putAll(fresh);
    return new Uploads(images);
  }

  private UploadedImage upload(StoreAccount store, ShopAccount shop, Uploads.Key key) {
    return platforms
        .channel()
        .upload(
            shop,
            key.use(),
            platforms.storefront(store.platform()).download(store, new Image(key.sourceUrl(), "")));
  }

  private static Set<Uploads.Key> wanted(Listing listing) {
    Set<Uploads.Key> keys = new LinkedHashSet<>();
    listing.images().forEach(image -> keys.add(new Uploads.Key(ImageUse.MAIN, image.url())));
    listing
        .descriptionImages()
        .forEach(image -> keys.add(new Uploads.Key(ImageUse.DESCRIPTION, image.url())));
    for (Offer offer : listing.offers()) {
      offer.image().ifPresent(image -> keys.add(new Uploads.Key(ImageUse.OFFER, image.url())));
    }
    return keys;
  }
}
