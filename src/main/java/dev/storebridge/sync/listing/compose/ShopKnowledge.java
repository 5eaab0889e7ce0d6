package dev.storebridge.sync.listing.compose;

import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.platform.Brand;
import dev.storebridge.platform.Category;
import dev.storebridge.platform.CategoryRules;
import dev.storebridge.platform.Market;
import dev.storebridge.platform.Warehouse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What must be known of a shop and its store to compose listings. Maps may hold no more than {@link
 * Needs} asked for; {@code copyOf} makes sharing them cheap.
 *
 * @param storeCurrency the currency of the product's prices
 * @param taxIncluded false when the store adds tax to them at its checkout
 * @param categories the channel's whole tree by id
 * @param categoryRules by category id
 * @param brands by name in lower case; see {@link #brandKey}
 */
public record ShopKnowledge(
    Market market,
    CurrencyCode storeCurrency,
    boolean taxIncluded,
    Map<String, Category> categories,
    Map<String, CategoryRules> categoryRules,
    Map<String, Brand> brands,
    List<Warehouse> warehouses) {

  public ShopKnowledge {
    categories = Map.copyOf(categories);
    categoryRules = Map.copyOf(categoryRules);
    brands = Map.copyOf(brands);
    warehouses = List.copyOf(warehouses);
  }

  /** How {@code brands} spells the name of a brand. */
  public static String brandKey(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  Optional<Category> category(String id) {
    return Optional.ofNullable(categories.get(id));
  }

  /** Rules of a category that can hold listings; {@link Needs} had them looked up. */
  CategoryRules rulesOf(Category category) {
    CategoryRules rules = categoryRules.get(category.id());
    if (rules == null) {
      throw new IllegalArgumentException("rules of category " + category.id() + " not looked up");
    }
    return rules;
  }

  Optional<Brand> brand(String name) {
    return Optional.ofNullable(brands.get(brandKey(name)));
  }
}
