package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A product with the version buyers see, the one under review, and its SKUs. Contents are the
 * request bodies without price and inventory, every SKU with its id.
 */
final class Product {

  final String id;
  final long createTime;
  long updateTime;
  ProductStatus status = ProductStatus.DRAFT;
  String audit = "NONE";
  final ArrayNode failedReasons = Json.array();

  /** The approved version; null before the first approval. */
  ObjectNode live;

  /** Waits for its review; null when nothing waits. */
  ObjectNode underReview;

  /** Saved and not submitted; null when there is none. */
  ObjectNode draft;

  Instant reviewEnds = Instant.MAX;
  final Map<String, Sku> skus = new LinkedHashMap<>();

  Product(String id, long now) {
    this.id = id;
    this.createTime = now;
    this.updateTime = now;
  }

  /** What Get Product shows without further wishes. */
  ObjectNode shown() {
    if (live != null) {
      return live;
    }
    return underReview != null ? underReview : draft;
  }

  /** The newest content, on which a partial edit builds. */
  ObjectNode newest() {
    return underReview != null ? underReview : shown();
  }

  String title() {
    return shown().path("title").asText();
  }

  void is(ProductStatus next, String auditStatus, long now) {
    status = next;
    audit = auditStatus;
    updateTime = now;
  }

  /** The reviewed content becomes what buyers see; SKUs it lacks are gone. */
  void goLive() {
    if (underReview == null) {
      return;
    }
    live = underReview;
    underReview = null;
    skus.keySet()
        .retainAll(Json.stream(live.path("skus")).map(s -> s.path("id").asText()).toList());
  }
}
