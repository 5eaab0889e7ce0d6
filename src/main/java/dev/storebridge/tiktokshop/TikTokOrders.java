package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.ChannelSale;
import dev.storebridge.platform.ShopAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Reads orders: those of known ids, and those that changed. */
@ApplicationScoped
class TikTokOrders {

  private static final int IDS_AT_ONCE = 50;
  private static final String PAGE_SIZE = "100";

  private final TikTokApi api;
  private final TikTokClock clock;

  TikTokOrders(TikTokApi api, TikTokClock clock) {
    this.api = api;
    this.clock = clock;
  }

  List<ChannelSale> byIds(ShopAccount shop, Collection<String> ids) {
    List<ChannelSale> sales = new ArrayList<>();
    TikTokSaleReader reader = new TikTokSaleReader(new TikTokOrderReader(clock));
    for (List<String> some : Chunks.of(ids, IDS_AT_ONCE)) {
      TikTokRequest request =
          TikTokRequest.to(TikTokEndpoint.ORDERS).with("ids", String.join(",", some));
      TikTokJson.each(api.call(shop, request), "orders").map(reader::sale).forEach(sales::add);
    }
    return sales;
  }

  /** Oldest change first, so that what changes meanwhile moves to the end and not out of sight. */
  void changedSince(ShopAccount shop, Instant since, Consumer<List<ChannelSale>> batches) {
    ObjectNode filter =
        TikTokJson.object().put("update_time_ge", clock.theirs(since).getEpochSecond());
    TikTokRequest search =
        TikTokRequest.to(TikTokEndpoint.ORDER_SEARCH)
            .with("page_size", PAGE_SIZE)
            .with("sort_field", "update_time")
            .with("sort_order", "ASC")
            .json(filter);
    Pages pages = new Pages(shop.account(), "orders");
    do {
      List<JsonNode> fresh = pages.fresh(api.call(shop, search.with("page_token", pages.token())));
      if (!fresh.isEmpty()) {
        batches.accept(read(fresh));
      }
    } while (pages.more());
  }

  private List<ChannelSale> read(List<JsonNode> orders) {
    TikTokSaleReader reader = new TikTokSaleReader(new TikTokOrderReader(clock));
    return orders.stream().map(reader::sale).toList();
  }
}
