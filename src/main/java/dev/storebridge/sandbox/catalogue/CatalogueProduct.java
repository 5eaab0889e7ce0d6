package dev.storebridge.sandbox.catalogue;

import java.util.List;
import java.util.Map;

/**
 * A product as the demo merchant wrote it.
 *
 * @param status active, draft or archived
 * @param metafields further facts by {@code namespace.key}
 */
public record CatalogueProduct(
    String handle,
    String title,
    String descriptionHtml,
    String vendor,
    String type,
    String status,
    List<String> tags,
    List<CatalogueOption> options,
    List<CatalogueVariant> variants,
    List<Picture> pictures,
    Map<String, String> metafields) {

  public CatalogueProduct {
    tags = List.copyOf(tags);
    options = List.copyOf(options);
    variants = List.copyOf(variants);
    pictures = List.copyOf(pictures);
    metafields = Map.copyOf(metafields);
  }
}
