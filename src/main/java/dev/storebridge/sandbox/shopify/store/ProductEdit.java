package dev.storebridge.sandbox.shopify.store;

import java.util.List;
import java.util.Optional;

/**
 * What changes of a product; empty members stay as they are.
 *
 * @param status one of Shopify's: ACTIVE, DRAFT, ARCHIVED, UNLISTED
 */
public record ProductEdit(
    Optional<String> title,
    Optional<String> descriptionHtml,
    Optional<String> status,
    Optional<String> vendor,
    Optional<String> productType,
    Optional<List<String>> tags) {

  private static final Optional<String> SAME = Optional.empty();

  public static ProductEdit title(String title) {
    return new ProductEdit(Optional.of(title), SAME, SAME, SAME, SAME, Optional.empty());
  }

  public static ProductEdit description(String html) {
    return new ProductEdit(SAME, Optional.of(html), SAME, SAME, SAME, Optional.empty());
  }

  public static ProductEdit status(String status) {
    return new ProductEdit(SAME, SAME, Optional.of(status), SAME, SAME, Optional.empty());
  }

  public static ProductEdit tags(List<String> tags) {
    return new ProductEdit(SAME, SAME, SAME, SAME, SAME, Optional.of(tags));
  }
}
