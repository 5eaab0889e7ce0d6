package dev.storebridge.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.commerce.Product;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.woocommerce.RestApi.Ask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads products, whole: with every variation. */
final class ProductReader {

  private final RestApi api;
  private final Settings settings;

  ProductReader(RestApi api, Settings settings) {
    this.api = api;
    this.settings = settings;
  }

  /** Whose products are read, what of them, and who waits. */
  record Reading(StoreAccount store, List<FieldName> fields, Urgency urgency) {

    private Map<String, String> query() {
      boolean meta = fields.stream().anyMatch(field -> field.kind() == FieldName.Kind.META);
      Map<String, String> query = new HashMap<>();
      query.put("_fields", WooCommerceTranslator.PRODUCT_FIELDS + (meta ? ",meta_data" : ""));
      query.put("status", "any");
      return query;
    }
  }

  /** The products of these ids; what does not exist is left out. */
  List<Product> read(Reading reading, List<String> ids) {
    List<Product> found = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += PageWalk.SIZE) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + PageWalk.SIZE));
      Map<String, String> query = reading.query();
      query.put("include", String.join(",", some));
      pages(reading, query, parent -> variations(reading, parent), found::addAll);
    }
    return found;
  }

  /** Every product of the shop, page by page. */
  void readAll(Reading reading, Variations variations, Consumer<List<Product>> batches) {
    pages(reading, reading.query(), variations, batches);
  }

  private void pages(
      Reading reading,
      Map<String, String> query,
      Variations variations,
      Consumer<List<Product>> batches) {
    new PageWalk(api, reading.store(), new Ask("products", query, reading.urgency()))
        .all(page -> batches.accept(translated(reading, page, variations)));
  }

  private List<Product> translated(Reading reading, List<JsonNode> page, Variations variations) {
    ShopSettings shop = settings.of(reading.store());
    return Ahead.all(
        PageWalk.ahead(reading.store()),
        page,
        node ->
            WooCommerceTranslator.product(
                node,
                WooCommerceTranslator.isVariable(node) ? variations.of(node) : List.of(),
                shop,
                reading.fields()));
  }

  /** Asks for the variations of one product. */
  List<JsonNode> variations(Reading reading, JsonNode product) {
    if (product.path("variations").isEmpty()) {
      return List.of();
    }
    List<JsonNode> variations = new ArrayList<>();
    String path = "products/" + Json.text(product, "id") + "/variations";
    Map<String, String> query = Map.of("_fields", WooCommerceTranslator.VARIATION_FIELDS);
    new PageWalk(api, reading.store(), new Ask(path, query, reading.urgency()))
        .all(variations::addAll);
    return variations;
  }
}
