package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Variant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reference of each offer of one listing: the merchant's SKU without blanks and control
 * characters, at most 50 characters; the variant's id where that is empty or doubled. Does not
 * depend on the order of the variants, so that moving one renames nothing.
 */
final class SellerSkus {

  private static final int MAX = 50;

  private SellerSkus() {}

  /** By variant id, in the variants' order. */
  static Map<String, String> of(List<Variant> variants) {
    Set<String> byId = new HashSet<>();
    Map<String, String> skus = named(variants, byId);
    while (byId.addAll(unusable(skus))) {
      skus = named(variants, byId);
    }
    return skus;
  }

  private static Map<String, String> named(List<Variant> variants, Set<String> byId) {
    Map<String, String> skus = new LinkedHashMap<>();
    for (Variant variant : variants) {
      skus.put(variant.id(), byId.contains(variant.id()) ? variant.id() : cleaned(variant.sku()));
    }
    return skus;
  }

  private static Set<String> unusable(Map<String, String> skus) {
    Map<String, Integer> uses = new HashMap<>();
    skus.values().forEach(sku -> uses.merge(sku, 1, Integer::sum));
    Set<String> found = new HashSet<>();
    skus.forEach(
        (variant, sku) -> {
          if (sku.isEmpty() || uses.get(sku) > 1) {
            found.add(variant);
          }
        });
    return found;
  }

  static String cleaned(String sku) {
    StringBuilder kept = new StringBuilder();
    sku.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .limit(MAX)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
