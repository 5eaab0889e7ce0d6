package dev.storebridge.given;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One store, two TikTok Shops that it feeds, and the buyers in them. */
public final class TwoShops {

  public static final String FIRST = "7495000000000000001";
  public static final String SECOND = Merchant.SECOND_SHOP;

  private static final String STOCK_CALL =
      "POST /product/202309/products/{product_id}/inventory/update";

  private final String service = SandboxPlatforms.address("storebridge.public-url");
  private final String tiktok = SandboxPlatforms.address(SandboxPlatforms.TIKTOK);
  private final String shopify = SandboxPlatforms.address(SandboxPlatforms.SHOPIFY);
  private final Merchant merchant = new Merchant(service);
  private final Merchant second = new Merchant(service, Merchant.SECOND_CONNECTION);
  private final Platforms platforms = new Platforms(merchant, tiktok, shopify);
  private final WebhookSender sender = new WebhookSender(service);
  private final String appKey = SandboxPlatforms.address("storebridge.tiktok.apps.default.app-key");
  private final String appSecret =
      SandboxPlatforms.address("storebridge.tiktok.apps.default.app-secret");

  public Merchant merchant() {
    return merchant;
  }

  public Platforms platforms() {
    return platforms;
  }

  public WebhookSender sender() {
    return sender;
  }

  /** Connects both shops, lists everything in both, and lets the platform tell us of orders. */
  public void open() {
    platforms.heal();
    deliver();
    post(
        "/sandbox/webhooks",
        "{\"app\":\"%s\",\"address\":\"%s/webhooks/tiktok\"}".formatted(appKey, service));
    for (Merchant each : List.of(merchant, second)) {
      each.connect();
      each.importAll();
    }
  }

  /** A webhook of an order as TikTok sends it. */
  public int tell(String notification, String order, String status) {
    return sender.tiktok(
        appKey,
        appSecret,
        """
        {"type":1,"tts_notification_id":"%s","shop_id":"%s","timestamp":1780000000,
         "data":{"order_id":"%s","order_status":"%s","is_on_hold_order":true,"update_time":1780000000}}"""
            .formatted(notification, FIRST, order, status));
  }

  /** A webhook of a listing, with whatever data its type has. */
  public int tellOf(int type, String data) {
    return sender.tiktok(
        appKey,
        appSecret,
        "{\"type\":%d,\"tts_notification_id\":\"%d\",\"shop_id\":\"%s\",\"timestamp\":1780000000,\"data\":%s}"
            .formatted(type, System.nanoTime(), FIRST, data));
  }

  /** Buys units of a product's first SKU in a shop; answers the order's id. */
  public String buy(String shop, JsonNode product, int units) {
    return buy(shop, product, List.of(0), units);
  }

  /** Buys so many units of each of these SKUs in one order. */
  public String buy(String shop, JsonNode product, List<Integer> skus, int units) {
    JsonNode listing = listing(shop, product);
    String each =
        skus.stream()
            .map(sku -> "\"%s\":%d".formatted(sku(listing, sku), units))
            .collect(Collectors.joining(","));
    String body = "{\"shop\":\"%s\",\"units\":{%s},\"how\":\"unpaid\"}".formatted(shop, each);
    return post("/sandbox/orders", body).path("order").asText();
  }

  private static String sku(JsonNode listing, int number) {
    return listing.path("skus").path(number).path("id").asText();
  }

  /** The channel's id of a product's listing. */
  public String listingId(String shop, JsonNode product) {
    return listing(shop, product).path("id").asText();
  }

  /** Units of a product's first SKU vanish in the first shop without an order. */
  public void drift(JsonNode product, int units) {
    String body =
        "{\"shop\":\"%s\",\"sku\":\"%s\",\"warehouse\":\"7000000000000000021\",\"units\":%d}"
            .formatted(FIRST, sku(listing(FIRST, product), 0), units);
    post("/sandbox/stock", body);
  }

  /** A product that comes in several forms, all of which both shops can sell. */
  public JsonNode ofManySkus() {
    return platforms.storeProducts().stream()
        .filter(product -> product.path("variants").size() > 1)
        .filter(product -> sells(product.path("variants").path(0)))
        .filter(product -> sells(product.path("variants").path(1)))
        .findFirst()
        .orElseThrow();
  }

  private static boolean sells(JsonNode variant) {
    return variant.path("tracked").asBoolean() && variant.path("stock").path("66633").asInt() > 5;
  }

  /** The SKUs that a stock call set. */
  public JsonNode setBy(JsonNode call) {
    try {
      return new ObjectMapper().readTree(call.path("body").asText()).path("skus");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public void act(String shop, String order, String act) {
    post(
        "/sandbox/order-acts",
        "{\"shop\":\"%s\",\"order\":\"%s\",\"act\":\"%s\"}".formatted(shop, order, act));
  }

  /** The next webhooks of orders get lost. */
  public void loseWebhooks() {
    post("/sandbox/deliveries", "{\"fault\":\"lose\",\"operation\":\"ORDER_STATUS_CHANGE\"}");
  }

  /** All webhooks arrive. */
  public void deliver() {
    post("/sandbox/deliveries", "{\"clear\":true}");
  }

  private JsonNode post(String path, String body) {
    return merchant.control("POST", tiktok + path, body);
  }

  /** Units of a product's first SKU that a shop shows, by warehouse. */
  public Map<String, Integer> shown(String shop, JsonNode product) {
    Map<String, Integer> units = new HashMap<>();
    listing(shop, product)
        .path("skus")
        .path(0)
        .path("inventory")
        .forEach(
            entry ->
                units.put(entry.path("warehouse_id").asText(), entry.path("quantity").asInt()));
    return units;
  }

  /** All that a shop shows of a product's first SKU. */
  public int total(String shop, JsonNode product) {
    return shown(shop, product).values().stream().mapToInt(Integer::intValue).sum();
  }

  private JsonNode listing(String shop, JsonNode product) {
    return platforms.shopProducts(shop).stream()
        .filter(there -> there.path("external_product_id").asText().equals(Platforms.id(product)))
        .findFirst()
        .orElseThrow();
  }

  /** The stock calls that a shop got, newest last. */
  public List<JsonNode> stockCalls(String shop) {
    List<JsonNode> calls = new ArrayList<>();
    String query = "limit=10000&shop=" + shop + "&endpoint=" + URLEncoder.encode(STOCK_CALL, UTF_8);
    merchant
        .control("GET", tiktok + "/sandbox/calls?" + query, "")
        .path("calls")
        .forEach(calls::add);
    return calls;
  }

  /** Sets what the store has of a variant at a location. */
  public void stock(JsonNode variant, String location, int units) {
    merchant.control(
        "POST",
        shopify + "/sandbox/stock",
        "{\"variantId\":\"%s\",\"locationId\":\"%s\",\"available\":%d}"
            .formatted(variant.path("id").asText(), location, units));
  }
}
