package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.platform.Carrier;
import dev.storebridge.platform.ShopAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/**
 * Parcels that the seller sends by a carrier of their own. Source: TikTok docs, Mark Package As
 * Shipped; a repetition is answered as shipped already.
 */
@ApplicationScoped
class TikTokParcels {

  private final TikTokApi api;

  TikTokParcels(TikTokApi api) {
    this.api = api;
  }

  List<Carrier> carriers(ShopAccount shop, String deliveryOption) {
    JsonNode data = api.call(shop, TikTokRequest.to(TikTokEndpoint.CARRIERS, deliveryOption));
    return TikTokJson.each(data, "shipping_providers")
        .map(node -> new Carrier(TikTokJson.text(node, "id"), TikTokJson.text(node, "name")))
        .toList();
  }

  String ship(
      ShopAccount shop,
      String orderId,
      Collection<String> lineIds,
      Carrier carrier,
      String number) {
    ObjectNode body = tracking(carrier, number);
    ArrayNode lines = body.putArray("order_line_item_ids");
    lineIds.stream().sorted().forEach(lines::add);
    JsonNode data = api.call(shop, TikTokRequest.to(TikTokEndpoint.SHIP, orderId).json(body));
    return TikTokJson.text(data, "package_id");
  }

  void retrack(ShopAccount shop, String parcelId, Carrier carrier, String number) {
    api.call(
        shop, TikTokRequest.to(TikTokEndpoint.RETRACK, parcelId).json(tracking(carrier, number)));
  }

  private static ObjectNode tracking(Carrier carrier, String number) {
    return TikTokJson.object()
        .put("tracking_number", number)
        .put("shipping_provider_id", carrier.id());
  }
}
