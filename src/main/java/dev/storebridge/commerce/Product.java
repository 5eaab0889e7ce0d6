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
 * @param obstacles why it cannot be sold elsewhere as it is; empty for ordinary goods
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
    Instant updatedAt,
    List<Obstacle> obstacles) {

  public Product {
    tags = Set.copyOf(tags);
    options = List.copyOf(options);
    images = List.copyOf(images);
    variants = List.copyOf(variants);
    fields = Map.copyOf(fields);
    // Absent from what was kept before there were any.
    obstacles = obstacles == null ? List.of() : List.copyOf(obstacles);
  }

  /** Ordinary goods. */
  public Product(
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
    this(
        id,
        title,
        descriptionHtml,
        vendor,
        type,
        status,
        tags,
        options,
        images,
        variants,
        fields,
        updatedAt,
        List.of());
  }
}
