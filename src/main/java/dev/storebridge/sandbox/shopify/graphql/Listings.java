package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.shopify.store.SearchIndex;
import dev.storebridge.sandbox.shopify.store.Shelf;
import dev.storebridge.sandbox.shopify.store.StoredLevel;
import dev.storebridge.sandbox.shopify.store.StoredProduct;
import dev.storebridge.sandbox.shopify.store.StoredVariant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The store's lists in the orders that can be asked for, sorted once per state of the store. */
final class Listings {

  private record Sorted(long version, List<?> rows) {}

  private final Shelf shelf;
  private final SearchIndex index;
  private final Searches searches;
  private final Map<String, Sorted> kept = new ConcurrentHashMap<>();

  Listings(Shelf shelf, SearchIndex index) {
    this.shelf = shelf;
    this.index = index;
    this.searches = new Searches(shelf);
  }

  List<StoredProduct> products(Sort<StoredProduct> sort, String query) {
    List<StoredProduct> rows = sorted("products", sort, () -> shelf.products().stream());
    if (query == null || query.isBlank()) {
      return rows;
    }
    Predicate<StoredProduct> filter = SearchQuery.of(query, searches::product);
    return rows.stream().filter(row -> known(row, filter)).toList();
  }

  List<StoredVariant> variants(Sort<StoredVariant> sort, String query) {
    List<StoredVariant> rows = sorted("variants", sort, this::everyVariant);
    return filtered(rows, SearchQuery.of(query, searches::variant));
  }

  List<Item> items(Sort<Item> sort, String query) {
    List<Item> rows = sorted("items", sort, () -> everyVariant().map(Item::new));
    return filtered(rows, SearchQuery.of(query, searches::item));
  }

  List<StoredLevel> levelsAt(long locationId, Sort<StoredLevel> sort, String query) {
    List<StoredLevel> rows =
        sorted(
            "levels" + locationId,
            sort,
            () -> everyVariant().flatMap(v -> shelf.level(v.itemId(), locationId).stream()));
    return filtered(rows, SearchQuery.of(query, searches::level));
  }

  /** The order that a sort key means for products. */
  static Sort<StoredProduct> productSort(String key) {
    return switch (key) {
      case "UPDATED_AT" -> productSort(key, p -> p.updatedAt().toString());
      case "CREATED_AT", "PUBLISHED_AT" -> productSort(key, p -> p.createdAt().toString());
      case "TITLE" -> productSort(key, p -> p.title().toLowerCase(Locale.ROOT));
      case "VENDOR" -> productSort(key, p -> p.vendor().toLowerCase(Locale.ROOT));
      case "PRODUCT_TYPE" -> productSort(key, p -> p.productType().toLowerCase(Locale.ROOT));
      default -> Sort.byId(StoredProduct::id);
    };
  }

  /** The order that a sort key means for variants. */
  static Sort<StoredVariant> variantSort(String key) {
    return switch (key) {
      case "SKU" -> variantSort(key, v -> v.sku() == null ? "" : v.sku());
      case "TITLE" -> variantSort(key, StoredVariant::title);
      case "POSITION" -> variantSort(key, v -> Sort.padded(v.position()));
      default -> Sort.byId(StoredVariant::id);
    };
  }

  private static Sort<StoredProduct> productSort(
      String key, java.util.function.Function<StoredProduct, String> value) {
    return new Sort<>(key, value, StoredProduct::id, false);
  }

  private static Sort<StoredVariant> variantSort(
      String key, java.util.function.Function<StoredVariant, String> value) {
    return new Sort<>(key, value, StoredVariant::id, false);
  }

  private boolean known(StoredProduct current, Predicate<StoredProduct> filter) {
    StoredProduct indexed = index.asIndexed(current);
    return indexed != null && filter.test(indexed);
  }

  private Stream<StoredVariant> everyVariant() {
    return shelf.products().stream().flatMap(product -> product.variants().stream());
  }

  private static <T> List<T> filtered(List<T> rows, Predicate<T> filter) {
    return rows.stream().filter(filter).toList();
  }

  @SuppressWarnings("unchecked")
  private <T> List<T> sorted(String list, Sort<T> sort, Supplier<Stream<T>> source) {
    String key = list + "|" + sort.name() + "|" + sort.reversed();
    long version = shelf.version();
    Sorted known = kept.get(key);
    if (known == null || known.version() != version) {
      known = new Sorted(version, source.get().sorted(sort.comparator()).toList());
      kept.put(key, known);
    }
    return (List<T>) known.rows();
  }
}
