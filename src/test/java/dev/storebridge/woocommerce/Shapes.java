package dev.storebridge.woocommerce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.commerce.CurrencyCode;
import dev.storebridge.commerce.Dimensions;
import dev.storebridge.commerce.Product;
import dev.storebridge.commerce.Weight;
import java.util.List;
import java.util.Optional;

/** Answers of a shop in small, with what a test changes about them. */
final class Shapes {

  static final ShopSettings SETTINGS =
      new ShopSettings(
          new CurrencyCode("GBP"),
          Optional.of(Weight.Unit.KILOGRAM),
          Optional.of(Dimensions.Unit.CENTIMETRE),
          true);

  private static final String SIMPLE =
      """
      {"id":501,"name":"Tide &amp; Salt Bowl","type":"simple","status":"publish",
       "description":"<p>Holds soup.</p>","short_description":"Soup","sku":"BOWL-1",
       "global_unique_id":"4006381333931","price":"8.40","regular_price":"12","sale_price":"8.40",
       "virtual":false,"downloadable":false,"manage_stock":true,"stock_quantity":14,
       "stock_status":"instock","backorders":"no","weight":"0.35",
       "dimensions":{"length":"15","width":"15","height":"7"},
       "categories":[{"id":4,"name":"Bowls","slug":"bowls"},{"id":5,"name":"Gifts","slug":"gifts"}],
       "brands":[{"id":9,"name":"Quay","slug":"quay"}],"tags":[{"id":3,"name":"tiktok","slug":"tiktok"}],
       "images":[{"id":"58","src":"https://shop.example/a.jpg","alt":"front","srcset":"x 900w"},
                 {"id":59,"src":"https://shop.example/b.jpg","alt":""}],
       "attributes":[{"id":2,"name":"Glaze","slug":"pa_glaze","variation":false,"options":["Matt","Blue"]}],
       "variations":[],"date_modified_gmt":"2026-11-20T09:30:00","meta_data":[],
       "a_new_member":{"deep":[1]}}
      """;

  private static final String VARIABLE =
      """
      {"id":601,"name":"Deck Shirt","type":"variable","status":"publish","description":"",
       "short_description":"<p>Cotton.</p>","sku":"DECK","price":"20","regular_price":"",
       "manage_stock":false,"stock_quantity":null,"stock_status":"instock","weight":"0.2",
       "dimensions":{"length":"30","width":"25","height":"3"},
       "categories":[],"brands":[],"tags":[],"images":[{"id":1,"src":"https://shop.example/s.jpg"}],
       "attributes":[
         {"id":7,"name":"Size","slug":"pa_size","variation":true,"options":["Small","Extra Large"]},
         {"id":0,"name":"Colour","slug":"Colour","variation":true,"options":["Navy","Sand"]},
         {"id":0,"name":"Fabric","slug":"Fabric","variation":false,"options":["Cotton"]}],
       "variations":[611,612],"date_modified_gmt":"2026-11-20T09:30:00"}
      """;

  private static final String VARIATION =
      """
      {"id":%d,"parent_id":601,"status":"publish","sku":"DECK-%d","global_unique_id":"","price":"21.50",
       "regular_price":"21.50","manage_stock":true,"stock_quantity":7,"stock_status":"instock",
       "weight":"","dimensions":{"length":"","width":"","height":""},"image":null,"menu_order":0,
       "attributes":[{"id":7,"name":"Size","slug":"pa_size","option":"Small"},
                     {"id":0,"name":"Colour","slug":"colour","option":"%s"}]}
      """;

  private Shapes() {}

  static ObjectNode simple() {
    return json(SIMPLE);
  }

  static ObjectNode variable() {
    return json(VARIABLE);
  }

  static ObjectNode variation(int id, String colour) {
    return json(VARIATION.formatted(id, id, colour));
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Sets a member to a value written as JSON. */
  static ObjectNode with(ObjectNode node, String member, String json) {
    return node.set(member, json("{\"v\":" + json + "}").path("v"));
  }

  static Product translated(ObjectNode product, JsonNode... variations) {
    return WooCommerceTranslator.product(product, List.of(variations), SETTINGS, List.of());
  }
}
