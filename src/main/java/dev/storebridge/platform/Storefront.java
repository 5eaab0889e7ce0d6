package dev.storebridge.platform;

import dev.storebridge.commerce.Image;
import dev.storebridge.commerce.Product;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The merchant's own store: where products, prices and stock come from. Every method throws {@link
 * PlatformException} and nothing else when the store cannot or will not answer; every call runs
 * behind the guard of the account.
 */
public interface Storefront {

  Platform platform();

  Set<Capability> capabilities();

  /** What the store says of itself; also the cheapest way to try a credential. */
  StoreProfile profile(StoreAccount store);

  /**
   * Reads the whole catalogue once, in batches as they arrive; the adapter decides between one bulk
   * export and pages. Whatever the batches, no product is handed over twice in a row for ever: a
   * page that repeats ends in an exception.
   *
   * @param fields further values to read into {@link Product#fields()}, by their names in tenant
   *     files
   */
  void readCatalogue(StoreAccount store, Set<String> fields, Consumer<List<Product>> batches);

  /**
   * The ids of all products that changed since, in batches, and perhaps of some that changed
   * shortly before: nobody's clock and no search index is trusted to the second. What is deleted is
   * not among them, and platforms differ in whether a sale alone is a change of the product.
   */
  void productsChangedSince(StoreAccount store, Instant since, Consumer<List<String>> ids);

  /**
   * The ids of the stock items whose levels changed since, in batches; none where a change of stock
   * is one of its product.
   */
  default void stockItemsChangedSince(
      StoreAccount store, Instant since, Consumer<List<String>> ids) {}

  /** The products of these ids as they are now, in any order; what is missing does not exist. */
  List<Product> products(StoreAccount store, Collection<String> ids, Set<String> fields);

  /**
   * The product that a stock item belongs to; empty when it is gone, or where stock has no ids of
   * its own.
   */
  default Optional<String> productOfStockItem(StoreAccount store, String itemId) {
    return Optional.empty();
  }

  List<Location> locations(StoreAccount store);

  /**
   * Fetches a picture in a form that channels take, at most 10 MB, checked to be a picture.
   *
   * @throws PlatformException with {@link Failure#MERCHANT_FIX} when it is none, is too large or
   *     cannot be converted
   */
  ImageFile download(StoreAccount store, Image image);
}
