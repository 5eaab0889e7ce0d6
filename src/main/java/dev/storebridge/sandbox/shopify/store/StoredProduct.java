package dev.storebridge.sandbox.shopify.store;

import java.time.Instant;
import java.util.List;

/** A product as the store holds it. */
public record StoredProduct(
    long id,
    String handle,
    String title,
    String descriptionHtml,
    String vendor,
    String productType,
    String status,
    List<String> tags,
    List<StoredOption> options,
    List<StoredVariant> variants,
    List<StoredMedia> media,
    List<StoredMetafield> metafields,
    Instant createdAt,
    Instant updatedAt) {

  public boolean hasOnlyDefaultVariant() {
    return variants.size() == 1 && "Default Title".equals(variants.getFirst().title());
  }

  /** A copy with the edit applied, dated now when something differs. */
  public StoredProduct with(ProductEdit edit, Instant now) {
    StoredProduct edited = apply(edit, updatedAt);
    return edited.equals(this) ? this : apply(edit, now);
  }

  /** A copy with other variants, dated now when something differs. */
  public StoredProduct with(List<StoredVariant> others, Instant now) {
    return others.equals(variants) ? this : copy(others, media, now);
  }

  /** A copy whose option has another name, dated now. */
  public StoredProduct withOptionRenamed(String from, String to, Instant now) {
    List<StoredVariant> renamed =
        variants.stream().map(variant -> variant.withOptionRenamed(from, to)).toList();
    List<StoredOption> others =
        options.stream()
            .map(
                option ->
                    option.name().equals(from)
                        ? new StoredOption(option.id(), to, option.position(), option.values())
                        : option)
            .toList();
    return new StoredProduct(
        id,
        handle,
        title,
        descriptionHtml,
        vendor,
        productType,
        status,
        tags,
        others,
        renamed,
        media,
        metafields,
        createdAt,
        now);
  }

  /** A copy with other pictures. */
  public StoredProduct withMedia(List<StoredMedia> others, Instant now) {
    return copy(variants, others, now);
  }

  private StoredProduct copy(
      List<StoredVariant> otherVariants, List<StoredMedia> otherMedia, Instant at) {
    return new StoredProduct(
        id,
        handle,
        title,
        descriptionHtml,
        vendor,
        productType,
        status,
        tags,
        options,
        List.copyOf(otherVariants),
        List.copyOf(otherMedia),
        metafields,
        createdAt,
        at);
  }

  private StoredProduct apply(ProductEdit edit, Instant at) {
    return new StoredProduct(
        id,
        handle,
        edit.title().orElse(title),
        edit.descriptionHtml().orElse(descriptionHtml),
        edit.vendor().orElse(vendor),
        edit.productType().orElse(productType),
        edit.status().orElse(status),
        edit.tags().orElse(tags).stream().sorted().toList(),
        options,
        variants,
        media,
        metafields,
        createdAt,
        at);
  }
}
