package dev.storebridge.sync.listing.plan;

import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Offer;
import dev.storebridge.mapping.AppliedListing;
import dev.storebridge.mapping.AppliedListing.AppliedOffer;
import dev.storebridge.platform.ContentField;
import dev.storebridge.tenant.ListingRules;
import dev.storebridge.tenant.ListingRules.OwnedField;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which parts of a listing's content differ from what we applied last, among those we own. */
final class ContentChanges {

  private final Listing desired;
  private final AppliedListing applied;
  private final ListingRules rules;

  ContentChanges(Listing desired, AppliedListing applied, ListingRules rules) {
    this.desired = desired;
    this.applied = applied;
    this.rules = rules;
  }

  /** The owned parts; the set of offers goes with content whatever the file owns. */
  static Set<ContentField> owned(ListingRules rules) {
    Set<ContentField> fields = EnumSet.of(ContentField.OFFERS);
    for (OwnedField owned : rules.own()) {
      switch (owned) {
        case TITLE -> fields.add(ContentField.TITLE);
        case DESCRIPTION -> fields.add(ContentField.DESCRIPTION);
        case IMAGES -> fields.add(ContentField.IMAGES);
        case CATEGORY -> fields.add(ContentField.CATEGORY);
        case ATTRIBUTES -> fields.add(ContentField.ATTRIBUTES);
        case BRAND -> fields.add(ContentField.BRAND);
        case PACKAGE -> fields.add(ContentField.PACKAGE);
        case PRICE, STOCK -> {}
      }
    }
    return fields;
  }

  /** All owned parts when content was never applied. */
  Set<ContentField> fields() {
    Set<ContentField> fields = owned(rules);
    applied.content().ifPresent(content -> fields.removeIf(field -> same(field, content)));
    return fields;
  }

  private boolean same(ContentField field, Listing content) {
    return switch (field) {
      case TITLE -> desired.title().equals(content.title());
      case DESCRIPTION -> desired.description().equals(content.description());
      case IMAGES -> urls(desired.images()).equals(urls(content.images()));
      case CATEGORY -> desired.categoryId().equals(content.categoryId());
      case ATTRIBUTES ->
          new HashSet<>(desired.attributes()).equals(new HashSet<>(content.attributes()));
      case BRAND -> desired.brandId().equals(content.brandId());
      case PACKAGE -> desired.parcel().equals(content.parcel());
      case OFFERS -> sameOffers(content);
    };
  }

  private boolean sameOffers(Listing content) {
    return looks(desired).equals(looks(content))
        && desired.offers().stream().allMatch(this::reachesItsWarehouses);
  }

  /** False for an offer that the channel does not have, or not in each of its warehouses. */
  private boolean reachesItsWarehouses(Offer offer) {
    AppliedOffer known = applied.offers().get(offer.variantId());
    return known != null
        && (!rules.own().contains(OwnedField.STOCK)
            || known.stock().isEmpty()
            || known.stock().keySet().containsAll(offer.stock().keySet()));
  }

  private Map<String, Look> looks(Listing listing) {
    boolean pictures = rules.own().contains(OwnedField.IMAGES);
    Map<String, Look> looks = new HashMap<>();
    listing.offers().forEach(offer -> looks.put(offer.variantId(), Look.of(offer, pictures)));
    return looks;
  }

  private static List<String> urls(List<Image> images) {
    return images.stream().map(Image::url).toList();
  }

  /** What an edit of an offer can change. */
  private record Look(
      String sku, Optional<String> barcode, List<?> options, Optional<String> picture) {

    static Look of(Offer offer, boolean pictures) {
      return new Look(
          offer.sellerSku(),
          offer.barcode(),
          offer.options(),
          offer.image().filter(image -> pictures).map(Image::url));
    }
  }
}
