package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Finds products and writes accepted submissions into them. Callers hold the shop's monitor. */
final class Catalogue {

  private static final List<String> OUTSIDE_REVIEW =
      List.of("price", "inventory", "list_price", "external_list_prices");
  private static final List<String> NOT_CONTENT = List.of("save_mode", "idempotency_key");

  private final World world;
  private final Reviews reviews;

  Catalogue(World world, Reviews reviews) {
    this.world = world;
    this.reviews = reviews;
  }

  /** Ends due reviews and finds a product; says whether it is unknown or another shop's. */
  Product find(Shop shop, String id) {
    reviews.settle(shop);
    Product product = shop.products.get(id);
    if (product == null) {
      boolean elsewhere = world.productShops.containsKey(id);
      throw Refusal.at(elsewhere ? Code.PRODUCT_OF_ANOTHER_SHOP : Code.PRODUCT_UNKNOWN, id);
    }
    return product;
  }

  Product create(Submission s) {
    Product product = new Product(world.ids.next(), world.now());
    ObjectNode content = content(s, product);
    if (s.text("save_mode").equals("AS_DRAFT")) {
      product.draft = content;
    } else {
      reviews.submit(s.shop, product, content);
    }
    s.shop.add(product);
    world.productShops.put(product.id, s.shop.facts.id());
    remember(s, product);
    new ProductNews(world).created(s.shop, product);
    return product;
  }

  /** Applies price and stock at once, and submits the content if it differs. */
  void edit(Submission s) {
    Product product = s.existing;
    ObjectNode content = content(s, product);
    s.shop.index(product);
    remember(s, product);
    product.updateTime = world.now();
    if (s.text("save_mode").equals("AS_DRAFT")) {
      product.draft = content;
      return;
    }
    boolean sameContent = content.equals(product.newest());
    boolean settled =
        product.status != ProductStatus.DRAFT && product.status != ProductStatus.FAILED;
    if (sameContent && settled) {
      return;
    }
    new ProductNews(world).edited(s.shop, product, product.newest(), content);
    reviews.submit(s.shop, product, content);
  }

  private void remember(Submission s, Product product) {
    String external = s.text("external_product_id");
    if (!external.isEmpty()) {
      s.shop.externalIds.put(external, product.id);
    }
  }

  /** The part of a body that reviews look at; what lies outside goes to the SKUs. */
  private ObjectNode content(Submission s, Product product) {
    ObjectNode content = s.body.deepCopy();
    content.remove(NOT_CONTENT);
    String description = content.path("description").asText();
    content.put("description", description.replaceAll("\\s+", " ").strip());
    for (JsonNode node : content.path("skus")) {
      ObjectNode sku = (ObjectNode) node;
      if (!sku.has("id")) {
        sku.put("id", world.ids.next());
      }
      Sku kept = product.skus.computeIfAbsent(sku.path("id").asText(), Sku::new);
      kept.sellerSku = sku.path("seller_sku").asText();
      kept.price(sku);
      kept.inventory(sku);
      sku.remove(OUTSIDE_REVIEW);
      sku.path("sales_attributes").forEach(a -> SalesAttributeIds.complete(s, (ObjectNode) a));
    }
    return content;
  }

  /** What creates and edits answer. */
  static ObjectNode accepted(Submission s, Product product) {
    ObjectNode data = Json.object().put("product_id", product.id);
    ArrayNode skus = data.putArray("skus");
    ObjectNode version = product.draft != null ? product.draft : product.newest();
    for (JsonNode sku : version.path("skus")) {
      ObjectNode node = skus.addObject().put("id", sku.path("id").asText());
      node.put("seller_sku", sku.path("seller_sku").asText());
      ArrayNode attributes = node.putArray("sales_attributes");
      for (JsonNode attribute : sku.path("sales_attributes")) {
        attributes
            .addObject()
            .put("id", attribute.path("id").asText())
            .put("value_id", attribute.path("value_id").asText());
      }
      if (sku.has("external_sku_id")) {
        node.put("external_sku_id", sku.path("external_sku_id").asText());
      }
    }
    ArrayNode warnings = data.putArray("warnings");
    s.warnings.forEach(words -> warnings.addObject().put("message", words));
    return data;
  }
}
