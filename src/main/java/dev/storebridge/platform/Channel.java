package dev.storebridge.platform;

import dev.storebridge.commerce.ChannelOrder;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.CurrencyCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The marketplace: shows listings and takes orders. Every method throws {@link PlatformException}
 * and nothing else; every call runs behind the guard of the shop. A write whose answer was lost
 * says so by {@link PlatformException#outcomeUnknown()}.
 */
public interface Channel {

  Platform platform();

  Set<Capability> capabilities();

  /** The facts of a region; makes no call. */
  Market market(String region);

  List<Category> categories(ShopAccount shop);

  CategoryRules rules(ShopAccount shop, String categoryId);

  /** The brands whose name begins with this one. */
  List<Brand> brands(ShopAccount shop, String name);

  List<Warehouse> warehouses(ShopAccount shop);

  UploadedImage upload(ShopAccount shop, ImageUse use, ImageFile file);

  CreatedListing create(ShopAccount shop, ListingDraft draft);

  CreatedListing edit(ShopAccount shop, ListingEdit edit);

  void updatePrices(ShopAccount shop, String listingId, List<OfferPrice> prices);

  void updateStock(ShopAccount shop, String listingId, List<OfferStock> stock);

  /** Puts listings on sale; answers why for each that was not. */
  Map<String, Explanation> activate(ShopAccount shop, Collection<String> listingIds);

  /** Takes listings off sale; answers why for each that was not. */
  Map<String, Explanation> deactivate(ShopAccount shop, Collection<String> listingIds);

  /** Deletes listings; answers why for each that was not. */
  Map<String, Explanation> delete(ShopAccount shop, Collection<String> listingIds);

  /** One listing with the review's remarks; empty when it does not exist or cannot be shown. */
  Optional<ChannelListing> read(ShopAccount shop, String listingId);

  /** The listings, removed ones left out, with an offer of one of these seller SKUs. */
  List<ChannelListing> find(ShopAccount shop, Collection<String> sellerSkus);

  /** Every listing that changed since, in batches; removed ones too. {@code EPOCH} reads all. */
  void list(ShopAccount shop, Instant changedSince, Consumer<List<ChannelListing>> batches);

  /**
   * The orders of these ids with all that is needed to place them in a store, in any order; what is
   * missing does not exist or is not shown.
   */
  List<ChannelSale> sales(ShopAccount shop, Collection<String> ids);

  /** The same without money and buyer. */
  default List<ChannelOrder> orders(ShopAccount shop, Collection<String> ids) {
    return sales(shop, ids).stream().map(ChannelSale::order).toList();
  }

  /**
   * Tells the channel which order of the store an order of its own became: other connectors see by
   * it that there is one already.
   */
  void tellStoreOrder(ShopAccount shop, String orderId, StoreOrderReference reference);

  /** The orders of stores of this kind that an order of the channel's is said to have become. */
  List<StoreOrderReference> storeOrdersOf(ShopAccount shop, String orderId, Platform stores);

  /**
   * Every order that changed since, oldest change first, in batches. What changes while they are
   * read may be missing or come twice: begin the next reading before the start of this one.
   */
  void salesChangedSince(
      ShopAccount shop, Instant changedSince, Consumer<List<ChannelSale>> batches);

  /** The same without money and buyer. */
  default void ordersChangedSince(
      ShopAccount shop, Instant changedSince, Consumer<List<ChannelOrder>> batches) {
    salesChangedSince(
        shop,
        changedSince,
        sales -> batches.accept(sales.stream().map(ChannelSale::order).toList()));
  }

  /** The carriers that orders with this way of delivery can go by. */
  List<Carrier> carriers(ShopAccount shop, String deliveryOption);

  /**
   * Tells the channel that the seller has sent lines of an order.
   *
   * @return the channel's id of the parcel
   * @throws PlatformException with {@link Failure#ALREADY_DONE} when they were told before
   */
  String ship(
      ShopAccount shop, String orderId, Collection<String> lineIds, Carrier carrier, String number);

  /** Corrects how a parcel is tracked; channels allow it for some days, and not often. */
  void retrack(ShopAccount shop, String parcelId, Carrier carrier, String number);

  /** The currency that prices of this shop are in; makes no call. */
  default CurrencyCode currency(ShopAccount shop) {
    return market(shop.region()).currency();
  }
}
