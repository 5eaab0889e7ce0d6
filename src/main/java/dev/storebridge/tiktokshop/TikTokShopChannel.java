package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.commerce.Listing;
import dev.storebridge.commerce.Offer;
import dev.storebridge.platform.Brand;
import dev.storebridge.platform.Capability;
import dev.storebridge.platform.Carrier;
import dev.storebridge.platform.Category;
import dev.storebridge.platform.CategoryRules;
import dev.storebridge.platform.Channel;
import dev.storebridge.platform.ChannelListing;
import dev.storebridge.platform.CreatedListing;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.ImageFile;
import dev.storebridge.platform.ImageUse;
import dev.storebridge.platform.ListingDraft;
import dev.storebridge.platform.ListingEdit;
import dev.storebridge.platform.Market;
import dev.storebridge.platform.OfferPrice;
import dev.storebridge.platform.OfferStock;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreOrderReference;
import dev.storebridge.platform.UploadedImage;
import dev.storebridge.platform.Warehouse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** TikTok Shop as the marketplace that shows listings and takes orders. */
@ApplicationScoped
public class TikTokShopChannel implements Channel {

  private static final int PRODUCTS_AT_ONCE = 20;
  private static final int PAGES_OF_BRANDS = 10;

  /** What reading a product answers when it is gone, foreign, deleted or frozen. */
  private static final Set<String> NOT_SHOWN =
      Set.of(
          "12019008",
          "12019150",
          "12052030",
          "12052031",
          "12052032",
          "12052034",
          "12052048",
          "12052260",
          "12052901");

  private final TikTokApi api;
  private final TikTokSearch search;
  private final TikTokOrders orders;
  private final TikTokReferences references;
  private final TikTokParcels parcels;
  private final TikTokErrors errors;

  TikTokShopChannel(
      TikTokApi api,
      TikTokSearch search,
      TikTokOrders orders,
      TikTokReferences references,
      TikTokParcels parcels,
      TikTokErrors errors) {
    this.api = api;
    this.search = search;
    this.orders = orders;
    this.references = references;
    this.parcels = parcels;
    this.errors = errors;
  }

  @Override
  public Platform platform() {
    return Platform.TIKTOK_SHOP;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.MULTI_LOCATION, Capability.LISTING_REVIEW, Capability.PARTIAL_EDIT);
  }

  @Override
  public Market market(String region) {
    return TikTokMarkets.of(region);
  }

  @Override
  public List<Category> categories(ShopAccount shop) {
    JsonNode data = api.call(shop, inTree(shop, TikTokRequest.to(TikTokEndpoint.CATEGORIES)));
    return TikTokJson.each(data, "categories").map(TikTokReader::category).toList();
  }

  @Override
  public CategoryRules rules(ShopAccount shop, String categoryId) {
    TikTokRequest rules = TikTokRequest.to(TikTokEndpoint.CATEGORY_RULES, categoryId);
    TikTokRequest attributes = TikTokRequest.to(TikTokEndpoint.CATEGORY_ATTRIBUTES, categoryId);
    return TikTokReader.rules(
        categoryId, api.call(shop, inTree(shop, rules)), api.call(shop, inTree(shop, attributes)));
  }

  private static TikTokRequest inTree(ShopAccount shop, TikTokRequest request) {
    return request.with("category_version", TikTokMarkets.categoryVersion(shop.region()));
  }

  /** At most the first 1,000: a prefix that fits more is too short to choose by. */
  @Override
  public List<Brand> brands(ShopAccount shop, String name) {
    List<Brand> brands = new ArrayList<>();
    Pages pages = new Pages(shop.account(), "brands");
    TikTokRequest request =
        inTree(shop, TikTokRequest.to(TikTokEndpoint.BRANDS))
            .with("page_size", "100")
            .with("brand_name", name);
    for (int page = 0; page == 0 || (pages.more() && page < PAGES_OF_BRANDS); page++) {
      JsonNode data = api.call(shop, request.with("page_token", pages.token()));
      pages.fresh(data).stream().map(TikTokReader::brand).forEach(brands::add);
    }
    return brands;
  }

  @Override
  public List<Warehouse> warehouses(ShopAccount shop) {
    JsonNode data = api.call(shop, TikTokRequest.to(TikTokEndpoint.WAREHOUSES));
    return TikTokJson.each(data, "warehouses").map(TikTokReader::warehouse).toList();
  }

  @Override
  public UploadedImage upload(ShopAccount shop, ImageUse use, ImageFile file) {
    Multipart form =
        new Multipart()
            .field("use_case", useCase(use))
            .file("data", file.mediaType(), file.bytes());
    TikTokRequest request = TikTokRequest.to(TikTokEndpoint.UPLOAD_IMAGE).body(form.body());
    return TikTokReader.image(api.call(shop, request), file);
  }

  private static String useCase(ImageUse use) {
    return switch (use) {
      case MAIN -> "MAIN_IMAGE";
      case OFFER -> "ATTRIBUTE_IMAGE";
      case DESCRIPTION -> "DESCRIPTION_IMAGE";
    };
  }

  @Override
  public CreatedListing create(ShopAccount shop, ListingDraft draft) {
    ObjectNode product = translator(shop).create(draft);
    JsonNode data = api.call(shop, TikTokRequest.to(TikTokEndpoint.CREATE).json(product));
    CreatedListing created = TikTokReader.created(data, sellerSkus(draft.listing()));
    if (created.id().isEmpty()) {
      throw nameless(shop);
    }
    return created;
  }

  @Override
  public CreatedListing edit(ShopAccount shop, ListingEdit edit) {
    JsonNode data = api.call(shop, translator(shop).edit(edit));
    CreatedListing edited = TikTokReader.created(data, sellerSkus(edit.listing()));
    return new CreatedListing(edit.listingId(), edited.offerIds(), edited.warnings());
  }

  private static Map<String, String> sellerSkus(Listing listing) {
    return listing.offers().stream()
        .collect(Collectors.toMap(Offer::variantId, Offer::sellerSku, (first, second) -> first));
  }

  @Override
  public void updatePrices(ShopAccount shop, String listingId, List<OfferPrice> prices) {
    ObjectNode body = translator(shop).prices(prices);
    JsonNode data =
        api.call(shop, TikTokRequest.to(TikTokEndpoint.UPDATE_PRICES, listingId).json(body));
    PartialErrors.of(data).raise(errors, shop);
  }

  @Override
  public void updateStock(ShopAccount shop, String listingId, List<OfferStock> stock) {
    ObjectNode body = TikTokTranslator.stock(stock);
    JsonNode data =
        api.call(shop, TikTokRequest.to(TikTokEndpoint.UPDATE_STOCK, listingId).json(body));
    PartialErrors.of(data).raise(errors, shop);
  }

  @Override
  public Map<String, Explanation> activate(ShopAccount shop, Collection<String> listingIds) {
    return inChunks(shop, TikTokEndpoint.ACTIVATE, listingIds);
  }

  @Override
  public Map<String, Explanation> deactivate(ShopAccount shop, Collection<String> listingIds) {
    return inChunks(shop, TikTokEndpoint.DEACTIVATE, listingIds);
  }

  @Override
  public Map<String, Explanation> delete(ShopAccount shop, Collection<String> listingIds) {
    return inChunks(shop, TikTokEndpoint.DELETE, listingIds);
  }

  private Map<String, Explanation> inChunks(
      ShopAccount shop, TikTokEndpoint endpoint, Collection<String> listingIds) {
    Map<String, Explanation> reasons = new HashMap<>();
    for (List<String> some : Chunks.of(listingIds, PRODUCTS_AT_ONCE)) {
      TikTokRequest request = TikTokRequest.to(endpoint).json(TikTokTranslator.ids(some));
      reasons.putAll(PartialErrors.of(api.call(shop, request)).byProduct(errors, some));
    }
    return reasons;
  }

  @Override
  public Optional<ChannelListing> read(ShopAccount shop, String listingId) {
    try {
      JsonNode data = api.call(shop, TikTokRequest.to(TikTokEndpoint.GET, listingId));
      return Optional.of(TikTokReader.listing(data));
    } catch (PlatformException refused) {
      if (NOT_SHOWN.contains(refused.explanation().code())) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  @Override
  public List<ChannelListing> find(ShopAccount shop, Collection<String> sellerSkus) {
    return search.bySellerSkus(shop, sellerSkus);
  }

  @Override
  public void list(ShopAccount shop, Instant changedSince, Consumer<List<ChannelListing>> batches) {
    search.changedSince(shop, changedSince, batches);
  }

  @Override
  public List<ChannelSale> sales(ShopAccount shop, Collection<String> ids) {
    return orders.byIds(shop, ids);
  }

  @Override
  public void tellStoreOrder(ShopAccount shop, String orderId, StoreOrderReference reference) {
    references.tell(shop, orderId, reference);
  }

  @Override
  public List<StoreOrderReference> storeOrdersOf(
      ShopAccount shop, String orderId, Platform stores) {
    return references.of(shop, orderId, stores);
  }

  @Override
  public void salesChangedSince(
      ShopAccount shop, Instant changedSince, Consumer<List<ChannelSale>> batches) {
    orders.changedSince(shop, changedSince, batches);
  }

  @Override
  public List<Carrier> carriers(ShopAccount shop, String deliveryOption) {
    return parcels.carriers(shop, deliveryOption);
  }

  @Override
  public String ship(
      ShopAccount shop,
      String orderId,
      Collection<String> lineIds,
      Carrier carrier,
      String number) {
    return parcels.ship(shop, orderId, lineIds, carrier, number);
  }

  @Override
  public void retrack(ShopAccount shop, String parcelId, Carrier carrier, String number) {
    parcels.retrack(shop, parcelId, carrier, number);
  }

  private static TikTokTranslator translator(ShopAccount shop) {
    return new TikTokTranslator(TikTokMarkets.of(shop.region()));
  }

  private static PlatformException nameless(ShopAccount shop) {
    return PlatformException.of(
            Failure.RETRY_LATER,
            shop.account(),
            Explanation.of(
                "no-product-id",
                "TikTok accepted the listing but did not say under which id.",
                "",
                "Nothing to do; it is looked up by its SKUs."))
        .withUnknownOutcome();
  }
}
