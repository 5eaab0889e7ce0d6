package dev.storebridge.commerce;

import java.util.List;
import java.util.Optional;

/**
 * A product's presence on a channel, as it should be: the outcome of a product and a tenant's
 * rules, before anything is sent.
 *
 * @param description HTML of the few tags channels take; pictures stand as {@code img} with their
 *     source URLs, also listed in {@code descriptionImages}
 * @param brandId the channel's id, empty for no brand
 * @param images main pictures, most important first
 */
public record Listing(
    String productId,
    String title,
    String description,
    List<Image> descriptionImages,
    String categoryId,
    Optional<String> brandId,
    List<Image> images,
    List<Attribute> attributes,
    Parcel parcel,
    List<Offer> offers) {

  public Listing {
    descriptionImages = List.copyOf(descriptionImages);
    images = List.copyOf(images);
    attributes = List.copyOf(attributes);
    offers = List.copyOf(offers);
  }
}
