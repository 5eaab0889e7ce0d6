package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.ListingStatus;
import dev.storebridge.platform.ChannelListing;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.ShopAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds listings. TikTok answers at most 10,000 hits of a search, so a larger one is cut into
 * windows of time: by update where changes are asked for, by creation where everything is, because
 * a product never leaves its window then.
 */
@ApplicationScoped
class TikTokSearch {

  private static final int MOST_HITS = 10_000;
  private static final String TOO_MANY = "12052180";
  private static final String PAGE_SIZE = "100";
  private static final int SKUS_AT_ONCE = 10;

  /** TikTok Shop has no products from before. */
  private static final Instant BEGINNING = Instant.parse("2020-01-01T00:00:00Z");

  private final TikTokApi api;
  private final TikTokClock clock;

  TikTokSearch(TikTokApi api, TikTokClock clock) {
    this.api = api;
    this.clock = clock;
  }

  List<ChannelListing> bySellerSkus(ShopAccount shop, Collection<String> sellerSkus) {
    Map<String, ChannelListing> found = new LinkedHashMap<>();
    for (List<String> some : Chunks.of(sellerSkus, SKUS_AT_ONCE)) {
      ObjectNode filter = filter();
      ArrayNode skus = filter.putArray("seller_skus");
      some.forEach(skus::add);
      Set<String> wanted = Set.copyOf(some);
      walk(
          shop,
          filter,
          batch ->
              batch.stream()
                  .filter(listing -> listing.status() != ListingStatus.REMOVED)
                  .filter(listing -> offersOneOf(listing, wanted))
                  .forEach(listing -> found.put(listing.id(), listing)));
    }
    return List.copyOf(found.values());
  }

  private static boolean offersOneOf(ChannelListing listing, Set<String> sellerSkus) {
    return listing.offers().stream().anyMatch(offer -> sellerSkus.contains(offer.sellerSku()));
  }

  void changedSince(ShopAccount shop, Instant since, Consumer<List<ChannelListing>> batches) {
    boolean all = since.isBefore(BEGINNING);
    Instant from = all ? BEGINNING : since;
    Window window =
        new Window(
            all ? "create_time" : "update_time", from.getEpochSecond(), OptionalLong.empty());
    if (!all) {
      read(shop, window, batches);
    } else if (!walk(shop, filter(), batches)) {
      split(shop, window, batches);
    }
  }

  /**
   * Seconds of one of a product's times, both ends included.
   *
   * @param to empty for a window that is open towards now
   */
  private record Window(String time, long from, OptionalLong to) {

    ObjectNode filter() {
      ObjectNode filter = TikTokSearch.filter().put(time + "_ge", from);
      to.ifPresent(end -> filter.put(time + "_le", end));
      return filter;
    }
  }

  private static ObjectNode filter() {
    return TikTokJson.object().put("status", "ALL");
  }

  private void read(ShopAccount shop, Window window, Consumer<List<ChannelListing>> batches) {
    if (!walk(shop, window.filter(), batches)) {
      split(shop, window, batches);
    }
  }

  private void split(ShopAccount shop, Window window, Consumer<List<ChannelListing>> batches) {
    long end = window.to().orElse(clock.now().getEpochSecond());
    if (end <= window.from()) {
      throw crowded(shop);
    }
    long middle = window.from() + (end - window.from()) / 2;
    read(shop, new Window(window.time(), window.from(), OptionalLong.of(middle)), batches);
    read(shop, new Window(window.time(), middle + 1, window.to()), batches);
  }

  /** False when there are more hits than TikTok shows; nothing was handed over then. */
  private boolean walk(
      ShopAccount shop, ObjectNode filter, Consumer<List<ChannelListing>> batches) {
    Pages pages = new Pages(shop.account(), "products");
    TikTokRequest search =
        TikTokRequest.to(TikTokEndpoint.SEARCH).with("page_size", PAGE_SIZE).json(filter);
    do {
      JsonNode data;
      try {
        data = api.call(shop, search.with("page_token", pages.token()));
      } catch (PlatformException refused) {
        if (!pages.more() && refused.explanation().code().equals(TOO_MANY)) {
          return false;
        }
        throw refused;
      }
      if (!pages.more() && Pages.total(data).orElse(0) > MOST_HITS) {
        return false;
      }
      List<JsonNode> fresh = pages.fresh(data);
      if (!fresh.isEmpty()) {
        batches.accept(fresh.stream().map(TikTokReader::listing).toList());
      }
    } while (pages.more());
    return true;
  }

  private static PlatformException crowded(ShopAccount shop) {
    return PlatformException.of(
        Failure.GIVE_UP,
        shop.account(),
        Explanation.of(
            TOO_MANY,
            "More than 10,000 products of the shop changed within one second.",
            "",
            "Nothing to do for the merchant; report it to the service's operator."));
  }
}
