package dev.storebridge.shopify;

import dev.storebridge.commerce.Product;
import dev.storebridge.shopify.AdminApi.Query;
import dev.storebridge.shopify.ProductReader.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads a whole catalogue: a small one by pages, a larger one by an export of Shopify's. */
final class CatalogueReader {

  /** Up to here a handful of requests is quicker than an export. */
  static final int SMALL = 250;

  private final AdminApi api;
  private final ProductReader products;
  private final BulkExport export;

  CatalogueReader(AdminApi api, ProductReader products, BulkExport export) {
    this.api = api;
    this.products = products;
    this.export = export;
  }

  void read(Reading reading, Consumer<List<Product>> batches) {
    if (count(reading) <= SMALL || !export.read(reading, batches)) {
      readPages(reading, batches);
    }
  }

  private int count(Reading reading) {
    Query query = new Query(ShopifyDocument.PRODUCTS_COUNT, Map.of(), reading.urgency());
    return api.ask(reading.store(), query).path("productsCount").path("count").asInt();
  }

  /** Pages of ids, each followed by its products: full pages of products would cost far more. */
  private void readPages(Reading reading, Consumer<List<Product>> batches) {
    List<String> waiting = new ArrayList<>();
    new PageWalk(
            reading.store().account(),
            after -> {
              Map<String, String> variables = Collections.singletonMap("after", after);
              Query query = new Query(ShopifyDocument.PRODUCT_IDS, variables, reading.urgency());
              return api.ask(reading.store(), query).path("products");
            })
        .all(
            node -> {
              waiting.add(node.path("id").asText());
              if (waiting.size() == ProductReader.BATCH) {
                batches.accept(products.read(reading, List.copyOf(waiting)));
                waiting.clear();
              }
            });
    if (!waiting.isEmpty()) {
      batches.accept(products.read(reading, waiting));
    }
  }
}
