package dev.storebridge.shopify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A GraphQL document that we send.
 *
 * @param cost the points that Shopify reserves for it: 1 an object, 10 a count or a mutation, a
 *     connection {@code 2 + floor(2 ln first) x (1 + its node)}; plain lists, that of {@code nodes}
 *     too, are not multiplied
 * @param once true when a lost answer must not lead to a repetition
 */
record ShopifyDocument(String name, String text, int cost, boolean once) {

  static final ShopifyDocument SHOP = load("shop", 1);
  static final ShopifyDocument LOCATIONS = load("locations", 13);
  static final ShopifyDocument PRODUCTS_COUNT = load("products-count", 10);
  static final ShopifyDocument PRODUCT_IDS = load("product-ids", 13);
  static final ShopifyDocument PRODUCTS_CHANGED = load("products-changed", 13);
  static final ShopifyDocument PRODUCT_VARIANTS =
      load("product-variants", 237, "fragment-variant", "fragment-picture", "fragment-stock-level");
  static final ShopifyDocument STOCK_LEVELS = load("stock-levels", 36, "fragment-stock-level");
  static final ShopifyDocument STOCK_TO_RESERVE =
      load("stock-to-reserve", 30, "fragment-stock-level");
  static final ShopifyDocument STOCK_MOVE = load("stock-move", 10);
  static final ShopifyDocument STOCK_CHANGED = load("stock-changed", 21);
  static final ShopifyDocument PRODUCT_OF_ITEM = load("product-of-item", 5);
  static final ShopifyDocument WEBHOOKS = load("webhooks", 11);
  static final ShopifyDocument WEBHOOK_CREATE = load("webhook-create", 10);
  static final ShopifyDocument WEBHOOK_UPDATE = load("webhook-update", 10);
  static final ShopifyDocument WEBHOOK_DELETE = load("webhook-delete", 10);
  static final ShopifyDocument ORDER_CREATE = load("order-create", 10, "fragment-order").sentOnce();
  static final ShopifyDocument ORDERS_FOUND = load("orders-found", 110, "fragment-order");
  static final ShopifyDocument ORDERS_CHANGED = load("orders-changed", 11);
  static final ShopifyDocument ORDER = load("order", 36, "fragment-order");
  static final ShopifyDocument ORDER_PROGRESS = load("order-progress", 24);
  static final ShopifyDocument ORDER_REFUNDS = load("order-refunds", 19);
  static final ShopifyDocument ORDER_TO_SEND = load("order-to-send", 113);
  static final ShopifyDocument FULFILMENT_CREATE = load("fulfillment-create", 10).sentOnce();
  static final ShopifyDocument ORDER_READDRESS = load("order-readdress", 10);
  static final ShopifyDocument REFUND_CREATE = load("refund-create", 20).sentOnce();
  static final ShopifyDocument ORDER_CANCEL = load("order-cancel", 10).sentOnce();
  static final ShopifyDocument BULK_RUN = load("bulk-run", 10);
  static final ShopifyDocument BULK_POLL = load("bulk-poll", 1);
  static final ShopifyDocument BULK_CANCEL = load("bulk-cancel", 10);

  private static final ShopifyDocument PRODUCTS =
      load("products", 264, "fragment-variant", "fragment-picture", "fragment-stock-level");
  private static final ShopifyDocument BULK_CATALOGUE = load("bulk-catalogue", 0);
  private static final String METAFIELDS = "# metafields";

  /** Products by their ids. */
  static ShopifyDocument products(List<MetafieldName> metafields) {
    return PRODUCTS.with(metafields);
  }

  /** What a bulk operation is to export: the same of every product. */
  static ShopifyDocument bulkCatalogue(List<MetafieldName> metafields) {
    return BULK_CATALOGUE.with(metafields);
  }

  /** The name under which the answer holds the metafield at this place of the list. */
  static String alias(int index) {
    return "metafield" + index;
  }

  private ShopifyDocument with(List<MetafieldName> metafields) {
    String selections =
        IntStream.range(0, metafields.size())
            .mapToObj(i -> metafields.get(i).selection(alias(i)))
            .collect(Collectors.joining("\n"));
    return new ShopifyDocument(
        name, text.replace(METAFIELDS, selections), cost + metafields.size(), once);
  }

  private static ShopifyDocument load(String name, int cost, String... fragments) {
    String text =
        Stream.concat(Stream.of(name), Stream.of(fragments))
            .map(ShopifyDocument::read)
            .collect(Collectors.joining("\n"));
    return new ShopifyDocument(name, text, cost, false);
  }

  private ShopifyDocument sentOnce() {
    return new ShopifyDocument(name, text, cost, true);
  }

  private static String read(String name) {
    String resource = "/shopify/" + name + ".graphql";
    try (InputStream in = ShopifyDocument.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the package");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
