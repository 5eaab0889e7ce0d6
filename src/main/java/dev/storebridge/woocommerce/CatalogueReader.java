package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.Product;
import dev.storebridge.woocommerce.ProductReader.Reading;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a whole catalogue by pages, and its variations in as few requests as the shop can; refuses
 * to when nothing could be written to the shop later.
 */
final class CatalogueReader {

  private final RestApi api;
  private final ProductReader products;
  private final Settings settings;

  CatalogueReader(RestApi api, ProductReader products, Settings settings) {
    this.api = api;
    this.products = products;
    this.settings = settings;
  }

  void read(Reading reading, Consumer<List<Product>> batches) {
    ShopSettings unused = settings.fresh(reading.store());
    WritePermission.check(api, reading.store());
    ShopVariations shelf = new ShopVariations(api, reading);
    products.readAll(reading, product -> variations(reading, shelf, product), batches);
  }

  private List<JsonNode> variations(Reading reading, ShopVariations shelf, JsonNode product) {
    return shelf.of(product).orElseGet(() -> products.variations(reading, product));
  }
}
