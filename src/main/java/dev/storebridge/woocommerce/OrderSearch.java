package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.OrderCopy;
import dev.storebridge.commerce.OrderReference;
import dev.storebridge.commerce.StoreOrder;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.woocommerce.RestApi.Ask;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds orders that we placed. No filter knows of meta, so those that were made our way are read
 * and compared; shops before version 11 know no such filter either and give orders of all kinds.
 */
final class OrderSearch {

  private final WooCommerceApi api;

  OrderSearch(WooCommerceApi api) {
    this.api = api;
  }

  List<StoreOrder> find(StoreAccount store, OrderReference reference, Instant notBefore) {
    List<StoreOrder> found = new ArrayList<>();
    walk(store, WooCommerceOrders.FIELDS, "after", notBefore)
        .all(
            page ->
                page.stream()
                    .filter(node -> carries(node, reference))
                    .map(OrderReader::order)
                    .forEach(found::add));
    found.sort(
        Comparator.comparing(StoreOrder::createdAt)
            .thenComparing(order -> Long.parseLong(order.id())));
    return List.copyOf(found);
  }

  void copiesChangedSince(
      StoreAccount store, Instant changedSince, Consumer<List<OrderCopy>> batches) {
    walk(store, WooCommerceOrders.FIELDS + ",date_modified_gmt", "modified_after", changedSince)
        .all(
            page -> {
              List<OrderCopy> copies =
                  page.stream()
                      .map(OrderReader::copy)
                      .filter(copy -> !copy.channelOrderId().isEmpty())
                      .toList();
              if (!copies.isEmpty()) {
                batches.accept(copies);
              }
            });
  }

  private PageWalk walk(StoreAccount store, String fields, String bound, Instant since) {
    Instant from = since.minus(api.behind(store)).truncatedTo(ChronoUnit.SECONDS);
    Map<String, String> query = new HashMap<>();
    query.put("_fields", fields);
    query.put("status", "any");
    query.put("created_via", OrderInput.CREATED_VIA);
    query.put(bound, from.toString().replace("Z", ""));
    query.put("dates_are_gmt", "true");
    return new PageWalk(api, store, new Ask("orders", query, Urgency.ORDER));
  }

  private static boolean carries(JsonNode order, OrderReference reference) {
    return OrderReader.meta(order, OrderInput.ORDER_ID).equals(reference.orderId())
        || Json.text(order, "transaction_id").equals(reference.orderId());
  }
}
