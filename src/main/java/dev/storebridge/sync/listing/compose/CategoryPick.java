package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Product;
import dev.storebridge.tenant.ListingRules.CategoryChoice;
import dev.storebridge.tenant.ListingRules.CategoryRule;
import java.util.Optional;

/** Where a product is filed: the first rule that fits, then the default. */
final class CategoryPick {

  private CategoryPick() {}

  static Optional<String> of(Product product, CategoryRule rule) {
    return rule.rules().stream()
        .filter(choice -> Selection.fits(product, choice.when()))
        .map(CategoryChoice::use)
        .findFirst()
        .or(rule::fallback);
  }
}
