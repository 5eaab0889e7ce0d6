package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Which shops a token opens, their warehouses, and whether a shop is ready to list. */
final class ShopEndpoints {

  private static final List<String> CHECKS =
      List.of(
          "SHOP_STATUS",
          "SHOP_TAX",
          "PICKUP_WAREHOUSE",
          "RETURN_WAREHOUSE",
          "DELIVERY_OPTION",
          "SHIPPING_TEMPLATE",
          "PRODUCT_QUANTITY_LIMIT",
          "EXTENDED_PRODUCER_RESPONSIBILITY",
          "BANk_ACCOUNT",
          "CONTACT_INFO");

  JsonNode authorised(ApiCall call) {
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("shops");
    for (Shop shop : call.grant().shops) {
      TikTokShop facts = shop.facts;
      ObjectNode node = list.addObject().put("id", facts.id()).put("name", facts.name());
      node.put("region", facts.region());
      node.put("seller_type", facts.crossBorder() ? "CROSS_BORDER" : "LOCAL");
      node.put("cipher", facts.cipher()).put("code", facts.code());
    }
    return data;
  }

  JsonNode ofSeller(ApiCall call) {
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("shops");
    call.grant()
        .shops
        .forEach(s -> list.addObject().put("id", s.facts.id()).put("region", s.facts.region()));
    return data;
  }

  JsonNode warehouses(ApiCall call) {
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("warehouses");
    Warehouse.ALL.forEach(each -> list.add(each.describe(call.shop().facts.region())));
    return data;
  }

  JsonNode prerequisites(ApiCall call) {
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("check_results");
    for (String item : CHECKS) {
      ObjectNode check = list.addObject().put("check_item", item).put("is_failed", false);
      check.putArray("fail_reasons");
    }
    return data;
  }
}
