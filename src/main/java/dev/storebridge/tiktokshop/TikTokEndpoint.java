package dev.storebridge.tiktokshop;

import static dev.storebridge.platform.Urgency.CONTENT;
import static dev.storebridge.platform.Urgency.NEW_LISTING;
import static dev.storebridge.platform.Urgency.ORDER;
import static dev.storebridge.platform.Urgency.PRICE;
import static dev.storebridge.platform.Urgency.STOCK;
import static dev.storebridge.tiktokshop.TikTokEndpoint.Cipher.NONE;
import static dev.storebridge.tiktokshop.TikTokEndpoint.Cipher.SHOP;
import static dev.storebridge.tiktokshop.TikTokEndpoint.Effect.READ;
import static dev.storebridge.tiktokshop.TikTokEndpoint.Effect.REPEATABLE;
import static dev.storebridge.tiktokshop.TikTokEndpoint.Effect.WRITE;
import static dev.storebridge.tiktokshop.TikTokEndpoint.Group.AUTHORISATION;
import static dev.storebridge.tiktokshop.TikTokEndpoint.Group.CATALOGUE;
import static dev.storebridge.tiktokshop.TikTokEndpoint.Group.IMAGE;
import static dev.storebridge.tiktokshop.TikTokEndpoint.Group.PRODUCT_READ;
import static dev.storebridge.tiktokshop.TikTokEndpoint.Group.PRODUCT_WRITE;

import dev.storebridge.platform.Urgency;
import java.time.Duration;
import java.util.Locale;

/** Every call we make, with the version in its path: TikTok retires versions one by one. */
enum TikTokEndpoint {
  SHOPS("GET /authorization/202309/shops", NONE, Scope.AUTHORIZED, AUTHORISATION, ORDER, READ),
  WEBHOOKS("GET /event/202309/webhooks", SHOP, Scope.AUTHORIZED, AUTHORISATION, STOCK, READ),
  SET_WEBHOOK(
      "PUT /event/202309/webhooks", SHOP, Scope.AUTHORIZED, AUTHORISATION, STOCK, REPEATABLE),
  DROP_WEBHOOK(
      "DELETE /event/202309/webhooks", SHOP, Scope.AUTHORIZED, AUTHORISATION, STOCK, REPEATABLE),
  WAREHOUSES("GET /logistics/202309/warehouses", SHOP, Scope.LOGISTICS, CATALOGUE, CONTENT, READ),
  CATEGORIES("GET /product/202309/categories", SHOP, Scope.BASIC, CATALOGUE, CONTENT, READ),
  CATEGORY_RULES(
      "GET /product/202309/categories/{id}/rules", SHOP, Scope.BASIC, CATALOGUE, CONTENT, READ),
  CATEGORY_ATTRIBUTES(
      "GET /product/202309/categories/{id}/attributes",
      SHOP,
      Scope.BASIC,
      CATALOGUE,
      CONTENT,
      READ),
  BRANDS("GET /product/202309/brands", SHOP, Scope.BASIC, CATALOGUE, CONTENT, READ),
  UPLOAD_IMAGE(
      "POST /product/202309/images/upload", NONE, Scope.BASIC, IMAGE, NEW_LISTING, REPEATABLE),
  CREATE("POST /product/202309/products", SHOP, Scope.MODIFY, PRODUCT_WRITE, NEW_LISTING, WRITE),
  EDIT("PUT /product/202509/products/{id}", SHOP, Scope.MODIFY, PRODUCT_WRITE, CONTENT, WRITE),
  PARTIAL_EDIT(
      "POST /product/202509/products/{id}/partial_edit",
      SHOP,
      Scope.MODIFY,
      PRODUCT_WRITE,
      CONTENT,
      WRITE),
  GET("GET /product/202309/products/{id}", SHOP, Scope.BASIC, PRODUCT_READ, CONTENT, READ),
  SEARCH("POST /product/202502/products/search", SHOP, Scope.BASIC, PRODUCT_READ, CONTENT, READ),
  ACTIVATE(
      "POST /product/202309/products/activate", SHOP, Scope.BASIC, PRODUCT_WRITE, CONTENT, WRITE),
  DEACTIVATE(
      "POST /product/202309/products/deactivate", SHOP, Scope.BASIC, PRODUCT_WRITE, CONTENT, WRITE),
  DELETE("DELETE /product/202309/products", SHOP, Scope.DELETE, PRODUCT_WRITE, CONTENT, WRITE),
  UPDATE_PRICES(
      "POST /product/202309/products/{id}/prices/update",
      SHOP,
      Scope.MODIFY,
      Group.PRICE,
      PRICE,
      WRITE),
  UPDATE_STOCK(
      "POST /product/202309/products/{id}/inventory/update",
      SHOP,
      Scope.MODIFY,
      Group.STOCK,
      STOCK,
      WRITE),
  ORDERS("GET /order/202507/orders", SHOP, Scope.ORDERS, Group.ORDER, Urgency.ORDER, READ),
  ORDER_SEARCH(
      "POST /order/202309/orders/search", SHOP, Scope.ORDERS, Group.ORDER, Urgency.ORDER, READ),
  TELL_STORE_ORDER(
      "POST /order/202406/orders/external_orders",
      SHOP,
      Scope.WRITE_REFERENCES,
      Group.ORDER,
      CONTENT,
      REPEATABLE),
  STORE_ORDERS(
      "GET /order/202406/orders/{id}/external_orders",
      SHOP,
      Scope.READ_REFERENCES,
      Group.ORDER,
      Urgency.ORDER,
      READ),
  CARRIERS(
      "GET /logistics/202309/delivery_options/{id}/shipping_providers",
      SHOP,
      Scope.LOGISTICS,
      CATALOGUE,
      Urgency.ORDER,
      READ),
  SHIP(
      "POST /fulfillment/202309/orders/{id}/packages",
      SHOP,
      Scope.FULFILMENT,
      Group.ORDER,
      Urgency.ORDER,
      WRITE),
  RETRACK(
      "POST /fulfillment/202309/packages/{id}/shipping_info/update",
      SHOP,
      Scope.FULFILMENT,
      Group.ORDER,
      Urgency.ORDER,
      WRITE),
  CANCELLATIONS(
      "POST /return_refund/202602/cancellations/search",
      SHOP,
      Scope.AFTERSALE,
      Group.ORDER,
      Urgency.ORDER,
      READ),
  RETURNS(
      "POST /return_refund/202602/returns/search",
      SHOP,
      Scope.AFTERSALE,
      Group.ORDER,
      Urgency.ORDER,
      READ),
  ELIGIBILITY(
      "GET /return_refund/202602/orders/{id}/aftersale_eligibility",
      SHOP,
      Scope.AFTERSALE,
      Group.ORDER,
      Urgency.ORDER,
      READ),
  CANCEL(
      "POST /return_refund/202602/cancellations",
      SHOP,
      Scope.AFTERSALE,
      Group.ORDER,
      Urgency.ORDER,
      WRITE),
  AGREE_TO_CANCEL(
      "POST /return_refund/202309/cancellations/{id}/approve",
      SHOP,
      Scope.AFTERSALE,
      Group.ORDER,
      Urgency.ORDER,
      REPEATABLE),
  CREATE_RETURN(
      "POST /return_refund/202602/returns",
      SHOP,
      Scope.AFTERSALE,
      Group.ORDER,
      Urgency.ORDER,
      REPEATABLE);

  /** Whether the call names the shop by its cipher; where it does not, TikTok refuses one. */
  enum Cipher {
    SHOP,
    NONE
  }

  /** What a lost answer means. */
  enum Effect {
    READ,
    /** Something was made, but making it once more does no harm. */
    REPEATABLE,
    WRITE
  }

  /** Endpoint groups for metrics and quotas. */
  enum Group {
    PRODUCT_READ,
    PRODUCT_WRITE,
    PRICE,
    STOCK,
    IMAGE,
    CATALOGUE,
    ORDER,
    AUTHORISATION;

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The scopes by the names that Partner Center shows. */
  private static final class Scope {
    static final String AUTHORIZED = "Shop Authorized Information";
    static final String LOGISTICS = "Logistics Basic";
    static final String BASIC = "Product Basic";
    static final String MODIFY = "Product Modify";
    static final String DELETE = "Product Delete & Recover";
    static final String ORDERS = "Order Information";
    static final String FULFILMENT = "Fulfillment Basic";
    static final String AFTERSALE = "Return & Refund Basic";
    static final String WRITE_REFERENCES = "Write External Order References";
    static final String READ_REFERENCES = "Read External Order References";
  }

  private final String method;
  private final String template;
  private final Cipher cipher;
  private final String scope;
  private final Group group;
  private final Urgency urgency;
  private final Effect effect;

  TikTokEndpoint(
      String line, Cipher cipher, String scope, Group group, Urgency urgency, Effect effect) {
    int blank = line.indexOf(' ');
    this.method = line.substring(0, blank);
    this.template = line.substring(blank + 1);
    this.cipher = cipher;
    this.scope = scope;
    this.group = group;
    this.urgency = urgency;
    this.effect = effect;
  }

  String method() {
    return method;
  }

  /** The path for one id; the id is left out where the path has none. */
  String path(String id) {
    return template.replace("{id}", id);
  }

  boolean namesOneThing() {
    return template.contains("{id}");
  }

  boolean takesCipher() {
    return cipher == SHOP;
  }

  String scope() {
    return scope;
  }

  Group group() {
    return group;
  }

  Urgency urgency() {
    return urgency;
  }

  boolean write() {
    return effect == WRITE;
  }

  Duration timeout() {
    return effect == READ ? Duration.ofSeconds(30) : Duration.ofSeconds(45);
  }
}
