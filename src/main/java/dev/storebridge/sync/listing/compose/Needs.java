package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Product;
import dev.storebridge.tenant.ListingRules;
import java.util.Optional;

/**
 * What of the channel's catalogue must be looked up before a product can be composed.
 *
 * @param categoryId where the rules file the product; its category rules are needed when the tree
 *     knows it as an available leaf, otherwise composing explains why not
 * @param brand the name of the brand to look up
 * @param recommendation true when no rule fits and the file asks for the channel's own proposal
 */
public record Needs(Optional<String> categoryId, Optional<String> brand, boolean recommendation) {

  public static Needs of(Product product, ListingRules rules) {
    Optional<String> category = CategoryPick.of(product, rules.category());
    return new Needs(
        category,
        BrandPick.nameOf(product, rules.brand()),
        category.isEmpty() && rules.category().recommend());
  }
}
