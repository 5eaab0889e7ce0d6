package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreOrderReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which order of a store an order of TikTok's became, written into TikTok and read back. Source:
 * TikTok docs, Add External Order References.
 */
@ApplicationScoped
class TikTokReferences {

  private final TikTokApi api;
  private final TikTokErrors errors;

  TikTokReferences(TikTokApi api, TikTokErrors errors) {
    this.api = api;
    this.errors = errors;
  }

  /**
   * @throws dev.storebridge.platform.PlatformException also when TikTok refuses inside a success
   */
  void tell(ShopAccount shop, String orderId, StoreOrderReference reference) {
    ObjectNode body = TikTokJson.object();
    ObjectNode order = body.putArray("orders").addObject().put("id", orderId);
    ObjectNode external = order.putObject("external_order").put("id", reference.storeOrderId());
    external.put("platform", reference.platform().name());
    ArrayNode lines = external.putArray("line_items");
    new TreeMap<>(reference.lines())
        .forEach((origin, line) -> lines.addObject().put("id", line).put("origin_id", origin));
    JsonNode data = api.call(shop, TikTokRequest.to(TikTokEndpoint.TELL_STORE_ORDER).json(body));
    PartialErrors.of(data).raise(errors, shop);
  }

  List<StoreOrderReference> of(ShopAccount shop, String orderId, Platform stores) {
    TikTokRequest request =
        TikTokRequest.to(TikTokEndpoint.STORE_ORDERS, orderId).with("platform", stores.name());
    return TikTokJson.each(api.call(shop, request), "external_orders")
        .map(order -> reference(order, stores))
        .filter(reference -> !reference.storeOrderId().isEmpty())
        .toList();
  }

  private static StoreOrderReference reference(JsonNode order, Platform stores) {
    return new StoreOrderReference(
        stores,
        TikTokJson.text(order, "id"),
        TikTokJson.each(order, "line_items")
            .collect(
                Collectors.toMap(
                    line -> TikTokJson.text(line, "origin_id"),
                    line -> TikTokJson.text(line, "id"),
                    (one, other) -> one)));
  }
}
