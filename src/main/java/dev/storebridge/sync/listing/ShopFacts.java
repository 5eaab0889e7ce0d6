package dev.storebridge.sync.listing;

import dev.storebridge.platform.Brand;
import dev.storebridge.platform.Category;
import dev.storebridge.platform.CategoryRules;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreProfile;
import dev.storebridge.platform.Warehouse;
import dev.storebridge.sync.listing.compose.Needs;
import dev.storebridge.sync.listing.compose.ShopKnowledge;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What we have learned of one shop's side of the channel, each part read when first needed. */
final class ShopFacts {

  private static final Duration LIFE = Duration.ofMinutes(10);

  private final Channel channel;
  private final ShopAccount shop;
  private final Clock clock;
  private final Lookup<Map<String, Category>> categories;
  private final Lookup<List<Warehouse>> warehouses;
  private final Map<String, Lookup<CategoryRules>> rules = new ConcurrentHashMap<>();
  private final Map<String, Lookup<Optional<Brand>>> brands = new ConcurrentHashMap<>();

  ShopFacts(Channel channel, ShopAccount shop, Clock clock) {
    this.channel = channel;
    this.shop = shop;
    this.clock = clock;
    this.categories = lookup(this::readCategories);
    this.warehouses = lookup(() -> channel.warehouses(shop));
  }

  private <T> Lookup<T> lookup(java.util.function.Supplier<T> source) {
    return new Lookup<>(source, LIFE, clock);
  }

  private Map<String, Category> readCategories() {
    return channel.categories(shop).stream()
        .collect(Collectors.toUnmodifiableMap(Category::id, Function.identity(), (a, b) -> a));
  }

  /** Just what one product needs. */
  ShopKnowledge knowledge(StoreProfile store, Optional<String> categoryId, Needs needs) {
    Map<String, Category> tree = categories.get();
    Optional<Category> category =
        categoryId.map(tree::get).filter(found -> found.leaf() && found.available());
    Map<String, CategoryRules> categoryRules =
        category.map(found -> Map.of(found.id(), rulesOf(found.id()))).orElse(Map.of());
    Map<String, Brand> known =
        needs
            .brand()
            .flatMap(name -> brand(name).map(brand -> Map.of(ShopKnowledge.brandKey(name), brand)))
            .orElse(Map.of());
    return new ShopKnowledge(
        channel.market(shop.region()),
        store.currency(),
        store.taxIncluded(),
        tree,
        categoryRules,
        known,
        warehouses.get());
  }

  private CategoryRules rulesOf(String categoryId) {
    return rules.computeIfAbsent(categoryId, id -> lookup(() -> channel.rules(shop, id))).get();
  }

  private Optional<Brand> brand(String name) {
    String key = ShopKnowledge.brandKey(name);
    return brands
        .computeIfAbsent(
            key,
            any ->
                lookup(
                    () ->
                        channel.brands(shop, name).stream()
                            .filter(brand -> ShopKnowledge.brandKey(brand.name()).equals(key))
                            .findFirst()))
        .get();
  }
}
