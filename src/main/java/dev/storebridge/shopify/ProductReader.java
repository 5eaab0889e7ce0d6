package dev.storebridge.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.storebridge.commerce.Product;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.shopify.AdminApi.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads products by their ids, whole: every variant and the stock at every location. */
final class ProductReader {

  /** Costs the same whatever the number of ids; bounded for the size of the answer. */
  static final int BATCH = 25;

  private final AdminApi api;

  ProductReader(AdminApi api) {
    this.api = api;
  }

  /** The products of at most {@link #BATCH} global ids; what does not exist is left out. */
  List<Product> read(Reading reading, List<String> gids) {
    ShopifyDocument document = ShopifyDocument.products(reading.metafields());
    JsonNode data =
        api.ask(reading.store(), new Query(document, Map.of("ids", gids), reading.urgency()));
    List<Product> products = new ArrayList<>();
    for (JsonNode node : data.path("nodes")) {
      if (node.hasNonNull("id")) {
        complete(reading, node);
        products.add(ShopifyTranslator.product(node, reading.metafields()));
      }
    }
    return products;
  }

  /** Whose products are read, what of them, and who waits. */
  record Reading(StoreAccount store, List<MetafieldName> metafields, Urgency urgency) {}

  private void complete(Reading reading, JsonNode product) {
    JsonNode variants = product.path("variants");
    rest(reading, variants, ShopifyDocument.PRODUCT_VARIANTS, product.path("id").asText());
    for (JsonNode variant : variants.path("nodes")) {
      JsonNode item = variant.path("inventoryItem");
      JsonNode levels = item.path("inventoryLevels");
      rest(reading, levels, ShopifyDocument.STOCK_LEVELS, item.path("id").asText());
    }
  }

  /** Adds to a connection what its first page left out. */
  private void rest(
      Reading reading, JsonNode connection, ShopifyDocument document, String ownerId) {
    List<JsonNode> rest = new ArrayList<>();
    new PageWalk(reading.store().account(), after -> page(reading, document, ownerId, after))
        .rest(connection, rest::add);
    if (connection.get("nodes") instanceof ArrayNode nodes) {
      nodes.addAll(rest);
    }
  }

  private JsonNode page(Reading reading, ShopifyDocument document, String ownerId, String after) {
    Map<String, String> variables = new HashMap<>();
    variables.put("id", ownerId);
    variables.put("after", after);
    JsonNode data = api.ask(reading.store(), new Query(document, variables, reading.urgency()));
    return document.equals(ShopifyDocument.STOCK_LEVELS)
        ? data.path("inventoryItem").path("inventoryLevels")
        : data.path("product").path("variants");
  }
}
