package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Get Product and Search Products. */
final class ProductReadEndpoints {

  private static final int MOST_SELLER_SKUS = 10;
  private static final int MOST_RESULTS = 10_000;

  private final Catalogue catalogue;
  private final Reviews reviews;
  private final ProductView view;
  private final Pages pages;

  ProductReadEndpoints(World world, Catalogue catalogue, Reviews reviews) {
    this.catalogue = catalogue;
    this.reviews = reviews;
    this.view = new ProductView(world);
    this.pages = new Pages(world.switches);
  }

  JsonNode get(ApiCall call) {
    synchronized (call.shop()) {
      Product product = catalogue.find(call.shop(), call.productId());
      Refusal.when(!product.status.editable(), Code.STATUS_FORBIDS, product.status.name());
      return view.full(product, version(call, product));
    }
  }

  private static ObjectNode version(ApiCall call, Product product) {
    if (call.query("return_under_review_version").equals("true")) {
      Refusal.when(product.underReview == null, Code.NO_VERSION_UNDER_REVIEW);
      return product.underReview;
    }
    boolean draft = call.query("return_draft_version").equals("true") && product.draft != null;
    return draft ? product.draft : product.shown();
  }

  /** Newest first, so that new products shift the pages. */
  JsonNode search(ApiCall call) {
    ObjectNode body = call.body();
    checkFilters(body);
    synchronized (call.shop()) {
      reviews.settle(call.shop());
      List<Product> found = new ArrayList<>();
      for (Product product : candidates(call.shop(), body)) {
        if (fits(product, body)) {
          found.add(product);
        }
      }
      Refusal.when(found.size() > MOST_RESULTS, Code.RESULT_TOO_LARGE);
      Collections.reverse(found);
      Pages.Page<Product> page = pages.cut(call, found, body.toString());
      ObjectNode data = Json.object();
      ArrayNode list = data.putArray("products");
      page.items().forEach(product -> list.add(view.brief(product)));
      page.describe(data);
      return data;
    }
  }

  private static void checkFilters(ObjectNode body) {
    String status = body.path("status").asText("ALL");
    boolean known =
        status.equals("ALL")
            || Arrays.stream(ProductStatus.values()).anyMatch(each -> each.name().equals(status));
    Refusal.when(!known, Code.STATUS_FILTER_INVALID);
    boolean tooMany = body.path("seller_skus").size() > MOST_SELLER_SKUS;
    Refusal.when(tooMany, Code.SELLER_SKUS_OVER_TEN);
    Refusal.when(body.path("sku_ids").size() > MOST_SELLER_SKUS, Code.INPUT_INVALID, "sku_ids");
  }

  private static Collection<Product> candidates(Shop shop, ObjectNode body) {
    if (!body.path("seller_skus").isEmpty()) {
      Set<Product> found = byId();
      body.path("seller_skus")
          .forEach(sku -> found.addAll(shop.bySellerSku.getOrDefault(sku.asText(), Set.of())));
      return found;
    }
    if (!body.path("sku_ids").isEmpty()) {
      Set<Product> found = byId();
      for (JsonNode id : body.path("sku_ids")) {
        Product product = shop.bySku.get(id.asText());
        if (product != null) {
          found.add(product);
        }
      }
      return found;
    }
    return shop.products.values();
  }

  private static Set<Product> byId() {
    return new TreeSet<>(Comparator.comparing((Product product) -> product.id));
  }

  private static boolean fits(Product product, ObjectNode body) {
    String status = body.path("status").asText("ALL");
    boolean stateFits = status.equals("ALL") || status.equals(product.status.name());
    JsonNode audits = body.path("audit_status");
    boolean auditFits = audits.isEmpty() || texts(audits).contains(product.audit);
    return stateFits
        && auditFits
        && hasOneOf(product, texts(body.path("seller_skus")), texts(body.path("sku_ids")))
        && within(product.createTime, body.path("create_time_ge"), body.path("create_time_le"))
        && within(product.updateTime, body.path("update_time_ge"), body.path("update_time_le"));
  }

  private static boolean hasOneOf(Product product, Set<String> sellerSkus, Set<String> ids) {
    boolean sellerSkuFits =
        sellerSkus.isEmpty()
            || product.skus.values().stream().anyMatch(sku -> sellerSkus.contains(sku.sellerSku));
    return sellerSkuFits && (ids.isEmpty() || ids.stream().anyMatch(product.skus::containsKey));
  }

  private static boolean within(long time, JsonNode from, JsonNode to) {
    return time >= from.asLong(Long.MIN_VALUE) && time <= to.asLong(Long.MAX_VALUE);
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new LinkedHashSet<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
