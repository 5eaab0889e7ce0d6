package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * Activate, deactivate, delete and recover. Products that cannot are named in the errors of an
 * answer with code 0; the others succeed.
 */
final class ProductStateEndpoints {

  private static final int MOST = 20;

  private final World world;
  private final Catalogue catalogue;
  private final Reviews reviews;
  private final ProductNews news;

  ProductStateEndpoints(World world, Catalogue catalogue, Reviews reviews) {
    this.world = world;
    this.catalogue = catalogue;
    this.reviews = reviews;
    this.news = new ProductNews(world);
  }

  JsonNode activate(ApiCall call) {
    return each(
        call,
        product -> {
          must(product, product.status == ProductStatus.SELLER_DEACTIVATED);
          reviews.reactivate(call.shop(), product);
        });
  }

  JsonNode deactivate(ApiCall call) {
    return each(
        call,
        product -> {
          must(product, product.status == ProductStatus.ACTIVATE);
          become(call.shop(), product, ProductStatus.SELLER_DEACTIVATED);
        });
  }

  JsonNode delete(ApiCall call) {
    return each(
        call,
        product -> {
          must(product, product.status.editable());
          become(call.shop(), product, ProductStatus.DELETED);
          call.shop().externalIds.values().remove(product.id);
          call.shop().inReview.remove(product);
        });
  }

  JsonNode recover(ApiCall call) {
    return each(
        call,
        product -> {
          must(product, product.status == ProductStatus.DELETED);
          become(call.shop(), product, ProductStatus.SELLER_DEACTIVATED);
        });
  }

  private static void must(Product product, boolean possible) {
    Refusal.when(!possible, Code.STATUS_FORBIDS, product.status.name());
  }

  private void become(Shop shop, Product product, ProductStatus status) {
    product.is(status, product.audit, world.now());
    news.changed(shop, product);
  }

  private JsonNode each(ApiCall call, Consumer<Product> action) {
    JsonNode ids = call.body().path("product_ids");
    Refusal.when(ids.isEmpty(), Code.INPUT_INVALID, "product_ids");
    Refusal.when(ids.size() > MOST, Code.TOO_MANY_PRODUCT_IDS);
    ObjectNode data = Json.object();
    ArrayNode errors = data.putArray("errors");
    synchronized (call.shop()) {
      for (JsonNode id : ids) {
        try {
          action.accept(catalogue.find(call.shop(), id.asText()));
        } catch (Refusal refusal) {
          error(errors.addObject(), id.asText(), refusal);
        }
      }
    }
    return errors.isEmpty() ? Json.object() : data;
  }

  private static void error(ObjectNode error, String id, Refusal refusal) {
    error.put("code", refusal.code.number).put("message", refusal.getMessage());
    error.putObject("detail").put("product_id", id).putArray("extra_errors");
  }
}
