package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What webhooks say of products. Ids are bare numbers where the documentation shows them so. */
final class ProductNews {

  private static final Map<String, String> NAMES =
      Map.of(
          "title", "title",
          "description", "description",
          "main_images", "main_images",
          "product_attributes", "product_attributes");

  private final World world;

  ProductNews(World world) {
    this.world = world;
  }

  /** A product was made, before anybody has reviewed it. */
  void created(Shop shop, Product product) {
    ObjectNode data = Json.object().put("product_id", number(product));
    data.putArray("product_types");
    tell(shop, Herald.PRODUCT_CREATION, data, product);
  }

  /** Its content was changed through the API. */
  void edited(Shop shop, Product product, ObjectNode before, ObjectNode after) {
    ObjectNode data = Json.object().put("product_id", product.id);
    data.put("change_source", "OPEN_API");
    ArrayNode fields = data.putArray("changed_fields");
    List<String> changed =
        NAMES.keySet().stream()
            .filter(name -> !Objects.equals(before.get(name), after.get(name)))
            .map(NAMES::get)
            .sorted()
            .toList();
    changed.forEach(fields::add);
    if (changed.isEmpty()) {
      fields.add("others");
    }
    tell(shop, Herald.PRODUCT_INFORMATION, data, product);
  }

  /** A review ended. */
  void reviewed(Shop shop, Product product, boolean first) {
    boolean failed = product.audit.equals("FAILED");
    if (failed || first) {
      status(shop, product, failed ? "PRODUCT_AUDIT_FAILURE" : "PRODUCT_FIRST_PASS_REVIEW");
    }
    ObjectNode data = Json.object().put("product_id", number(product));
    data.putObject("audit").put("status", product.audit);
    tell(shop, Herald.PRODUCT_AUDIT, data, product);
  }

  /** Its state changed without a review. */
  void changed(Shop shop, Product product) {
    status(shop, product, "PRODUCT_STATUS_CHANGED");
  }

  private void status(Shop shop, Product product, String what) {
    ObjectNode data = Json.object().put("product_id", number(product));
    data.put("status", what).put("suspended_reason", "");
    tell(shop, Herald.PRODUCT_STATUS, data, product);
  }

  private void tell(Shop shop, int type, ObjectNode data, Product product) {
    world.herald.tell(shop, type, data.put("update_time", product.updateTime));
  }

  private static long number(Product product) {
    return Long.parseLong(product.id);
  }
}
