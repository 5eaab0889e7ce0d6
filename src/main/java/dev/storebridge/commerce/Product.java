package dev.storebridge.commerce;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A product as the store has it: the truth that listings follow.
 *
 * @param id the store's id
 * @param descriptionHtml as the merchant wrote it, unsafe to show
 * @param status the store's own word, lower case: active, draft, publish...
 * @param options empty for a product that comes in one form
 * @param fields further values by the names tenant files use: {@code metafield:<ns>.<key>}, {@code
 *     attribute:<name>}
 */
public record Product(
    String id,
    String title,
    String descriptionHtml,
    String vendor,
    String type,
    String status,
    Set<String> tags,
    List<ProductOption> options,
    List<Image> images,
    List<Variant> variants,
    Map<String, String> fields,
    Instant updatedAt) {

  public Product {
    tags = Set.copyOf(tags);
    options = List.copyOf(options);
    images = List.copyOf(images);
    variants = List.copyOf(variants);
    fields = Map.copyOf(fields);
  }
}
