package dev.storebridge.sandbox.shopify.webhook;

import java.util.Set;

/** The topics that the imitated part of the schema knows. */
public enum Topic {
  APP_SCOPES_UPDATE("app/scopes_update"),
  APP_UNINSTALLED("app/uninstalled"),
  BULK_OPERATIONS_FINISH("bulk_operations/finish"),
  FULFILLMENTS_CREATE("fulfillments/create", Topic.ORDERS),
  FULFILLMENTS_UPDATE("fulfillments/update", Topic.ORDERS),
  INVENTORY_ITEMS_UPDATE("inventory_items/update", Topic.INVENTORY),
  INVENTORY_LEVELS_CONNECT("inventory_levels/connect", Topic.INVENTORY),
  INVENTORY_LEVELS_DISCONNECT("inventory_levels/disconnect", Topic.INVENTORY),
  INVENTORY_LEVELS_UPDATE("inventory_levels/update", Topic.INVENTORY),
  ORDERS_CANCELLED("orders/cancelled", Topic.ORDERS),
  ORDERS_CREATE("orders/create", Topic.ORDERS),
  ORDERS_EDITED("orders/edited", Topic.ORDERS),
  ORDERS_UPDATED("orders/updated", Topic.ORDERS),
  PRODUCTS_CREATE("products/create", Topic.PRODUCTS),
  PRODUCTS_DELETE("products/delete", Topic.PRODUCTS),
  PRODUCTS_UPDATE("products/update", Topic.PRODUCTS),
  REFUNDS_CREATE("refunds/create", Topic.ORDERS),
  SHOP_UPDATE("shop/update");

  private static final String PRODUCTS = "read_products";
  private static final String INVENTORY = "read_inventory";
  private static final String ORDERS = "read_orders";

  private final String header;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> scopes;

  Topic(String header, String... scopes) {
    this.header = header;
    this.scopes = Set.of(scopes);
  }

  /** As deliveries name it. */
  public String header() {
    return header;
  }

  /** One of these must be granted to subscribe; empty: none is needed. */
  public Set<String> scopes() {
    return scopes;
  }

  /**
   * @throws IllegalArgumentException when there is none of this header
   */
  public static Topic named(String header) {
    for (Topic topic : values()) {
      if (topic.header.equals(header)) {
        return topic;
      }
    }
    throw new IllegalArgumentException("There is no topic " + header);
  }
}
