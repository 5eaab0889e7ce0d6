package dev.storebridge.given;

import static dev.storebridge.given.Soon.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One store, the TikTok Shop that it feeds, its buyers, and the store's orders. */
public final class OneShop {

  public static final String SHOP = "7495000000000000001";

  private final String service = SandboxPlatforms.address("storebridge.public-url");
  private final String tiktok = SandboxPlatforms.address(SandboxPlatforms.TIKTOK);
  private final String store;
  private final String place;
  private final Merchant merchant = new Merchant(service);
  private final Platforms platforms;
  private final WebhookSender sender = new WebhookSender(service);
  private final String appKey = SandboxPlatforms.address("storebridge.tiktok.apps.default.app-key");
  private final String appSecret =
      SandboxPlatforms.address("storebridge.tiktok.apps.default.app-secret");

  /**
   * @param property where the address of the store's control pages is configured
   */
  public OneShop(String property) {
    this.store = SandboxPlatforms.address(property);
    this.place = property.equals(SandboxPlatforms.SHOPIFY) ? "66633" : "store";
    this.platforms = new Platforms(merchant, tiktok, store);
  }

  public Merchant merchant() {
    return merchant;
  }

  public Platforms platforms() {
    return platforms;
  }

  public WebhookSender sender() {
    return sender;
  }

  /** Connects, lists everything, and lets the platform tell us of orders. */
  public void open() {
    platforms.heal();
    merchant.control(
        "POST",
        tiktok + "/sandbox/webhooks",
        "{\"app\":\"%s\",\"address\":\"%s/webhooks/tiktok\"}".formatted(appKey, service));
    merchant.connect();
    merchant.importAll();
  }

  /** Opens and waits until everything is on sale that is not taken down. */
  public void openUntilAllIsOnSale() {
    open();
    within(60)
        .untilAsserted(
            () ->
                assertThat(platforms.shopProducts())
                    .extracting(listing -> listing.path("status").asText())
                    .isNotEmpty()
                    .isSubsetOf("ACTIVATE", "SELLER_DEACTIVATED"));
  }

  /**
   * A product with one variant whose stock is counted and of which there is enough to buy some, a
   * different one for every number.
   */
  public JsonNode tracked(int number) {
    return platforms.storeProducts().stream()
        .filter(product -> product.path("variants").size() == 1)
        .filter(product -> product.path("variants").path(0).path("tracked").asBoolean(true))
        .filter(product -> stock(product) > 8)
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  /** Leaves these units of a product's first variant at its first place, and none elsewhere. */
  public void stockEverywhere(JsonNode product, int units) {
    JsonNode variant = now(product).path("variants").path(0);
    variant
        .path("stock")
        .fieldNames()
        .forEachRemaining(at -> platforms.stock(variant, at, at.equals(place) ? units : 0));
  }

  /** Deletes a product in the store. */
  public void delete(JsonNode product) {
    merchant.control("DELETE", store + "/sandbox/products/" + Platforms.id(product), "");
  }

  /** What the store has available now of a product's first variant at its first place. */
  public int units(JsonNode product) {
    return stock(now(product));
  }

  private int stock(JsonNode product) {
    return product.path("variants").path(0).path("stock").path(place).asInt();
  }

  /** A paid order whose buyer's hour is over, once it is in the store. */
  public String bought(JsonNode product, int units) {
    String order = buy(product, units, "paid");
    act(order, "release");
    within(30).until(() -> state(order).equals("imported"));
    return order;
  }

  /** The one order that an order of the shop became, once it is there. */
  public JsonNode awaitPlaced(String order) {
    within(30).untilAsserted(() -> assertThat(storeOrders(order)).hasSize(1));
    return storeOrders(order).getFirst();
  }

  /** What the service says of an order. */
  public String state(String order) {
    return merchant.order(order).path("state").asText();
  }

  /** Buys units of a product's first SKU; answers the order's id. */
  public String buy(JsonNode product, int units, String how) {
    JsonNode listing = platforms.shopProduct(product);
    String sku = listing.path("skus").path(0).path("id").asText();
    return merchant
        .control(
            "POST",
            tiktok + "/sandbox/orders",
            "{\"shop\":\"%s\",\"units\":{\"%s\":%d},\"how\":\"%s\"}"
                .formatted(SHOP, sku, units, how))
        .path("order")
        .asText();
  }

  /** The same of an order that TikTok sends with a label of its own. */
  public String buyWithLabel(JsonNode product, int units) {
    JsonNode listing = platforms.shopProduct(product);
    String sku = listing.path("skus").path(0).path("id").asText();
    return merchant
        .control(
            "POST",
            tiktok + "/sandbox/orders",
            "{\"shop\":\"%s\",\"units\":{\"%s\":%d},\"how\":\"sample\",\"shipping\":\"tiktok\"}"
                .formatted(SHOP, sku, units))
        .path("order")
        .asText();
  }

  /** The shop's own price of a product's first SKU. */
  public BigDecimal price(JsonNode product) {
    JsonNode price = platforms.shopProduct(product).path("skus").path(0).path("price");
    return new BigDecimal(price.path("sale_price").asText(price.path("amount").asText()));
  }

  public void act(String order, String act) {
    act(order, act, "");
  }

  /**
   * Something that buyer or platform do with an order.
   *
   * @param more further members of the request, with a comma before them
   * @return the id of the case that was made, empty for none
   */
  public String act(String order, String act, String more) {
    return merchant
        .control(
            "POST",
            tiktok + "/sandbox/order-acts",
            "{\"shop\":\"%s\",\"order\":\"%s\",\"act\":\"%s\"%s}".formatted(SHOP, order, act, more))
        .path("case")
        .asText();
  }

  /** The cancellations and returns of an order as the shop has them. */
  public List<JsonNode> cases(String order) {
    return merchant
        .control("GET", tiktok + "/sandbox/orders?shop=" + SHOP, "")
        .path("cases")
        .valueStream()
        .filter(one -> one.path("order_id").asText().equals(order))
        .toList();
  }

  /** Sends an order and brings it to its buyer. */
  public void deliver(String order) {
    act(order, "ship");
    act(order, "next");
    act(order, "next");
  }

  /** A webhook of an order as TikTok sends it. */
  public int tell(String notification, String order, String status) {
    return sender.tiktok(
        appKey,
        appSecret,
        """
        {"type":1,"tts_notification_id":"%s","shop_id":"%s","timestamp":1780000000,
         "data":{"order_id":"%s","order_status":"%s","is_on_hold_order":true,"update_time":1780000000}}"""
            .formatted(notification, SHOP, order, status));
  }

  /** The orders of the store that carry the reference of an order of the shop. */
  public List<JsonNode> storeOrders(String order) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode one : merchant.control("GET", store + "/sandbox/orders", "").path("items")) {
      if (one.path("sourceIdentifier").asText().equals(order)) {
        found.add(one);
      }
    }
    return found;
  }

  /** The order as the shop has it. */
  public JsonNode shopOrder(String order) {
    for (JsonNode one :
        merchant.control("GET", tiktok + "/sandbox/orders?shop=" + SHOP, "").path("orders")) {
      if (one.path("id").asText().equals(order)) {
        return one;
      }
    }
    throw new IllegalStateException("the shop has no order " + order);
  }

  /** The tracking numbers of an order's lines in the shop, empty for lines that did not leave. */
  public List<String> tracking(String order) {
    List<String> numbers = new ArrayList<>();
    shopOrder(order)
        .path("line_items")
        .forEach(line -> numbers.add(line.path("tracking_number").asText("")));
    return numbers;
  }

  /** Something that a person does with the store's orders. */
  public JsonNode inStore(String body) {
    return merchant.control("POST", store + "/sandbox/orders", body);
  }

  /** The product as the store has it now. */
  public JsonNode now(JsonNode product) {
    return merchant.control("GET", store + "/sandbox/products/" + Platforms.id(product), "");
  }
}
