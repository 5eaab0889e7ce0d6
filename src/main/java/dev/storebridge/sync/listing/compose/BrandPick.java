package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.Product;
import dev.storebridge.platform.Brand;
import dev.storebridge.tenant.ListingRules.BrandRule;
import dev.storebridge.tenant.ListingRules.BrandSource;
import java.util.Optional;

/**
 * A product's brand. One that the channel does not know, or does not let this shop show, is left
 * out with a note: a wrong brand is no reason not to sell.
 */
final class BrandPick {

  private static final String FIELD = "brand";

  private BrandPick() {}

  static Optional<String> nameOf(Product product, BrandRule rule) {
    String name =
        switch (rule.from()) {
          case BrandSource.Vendor vendor -> product.vendor();
          case BrandSource.Field field -> product.fields().getOrDefault(field.name(), "");
          case BrandSource.None none -> "";
        };
    return Optional.of(name.isBlank() ? rule.fallback() : name)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  static Optional<String> idOf(Optional<String> name, ShopKnowledge shop, Problems problems) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Brand> brand = shop.brand(name.get());
    if (brand.isEmpty()) {
      problems.note(
          "brand-unknown",
          "The channel knows no brand \"" + name.get() + "\"; the listing goes without a brand.",
          FIELD,
          "Register the brand in Seller Center, or correct its name at the source.");
    } else if (!brand.get().authorised()) {
      problems.note(
          "brand-not-authorised",
          "The shop is not authorised for \"" + name.get() + "\"; the listing goes without it.",
          FIELD,
          "Ask for the brand's authorisation in Seller Center.");
    }
    return brand.filter(Brand::authorised).map(Brand::id);
  }
}
