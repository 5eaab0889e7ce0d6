package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A product as the API shows it. */
final class ProductView {

  private static final List<String> AS_SENT =
      List.of(
          "title",
          "description",
          "package_weight",
          "package_dimensions",
          "external_product_id",
          "is_cod_allowed",
          "manufacturer_ids",
          "responsible_person_ids",
          "search_terms",
          "key_product_features",
          "shipping_insurance_requirement",
          "minimum_order_quantity",
          "is_pre_owned",
          "is_not_for_sale",
          "shipping_template_id",
          "scheduled_sale",
          "video");

  private final World world;

  ProductView(World world) {
    this.world = world;
  }

  /** The long form of Get Product. */
  ObjectNode full(Product product, ObjectNode content) {
    ObjectNode node = head(product, content);
    AS_SENT.stream().filter(content::has).forEach(name -> node.set(name, content.get(name)));
    ArrayNode chain = node.putArray("category_chains");
    world
        .categories
        .chain(content.path("category_id").asText())
        .forEach(each -> chain.add(each.describe()));
    String brand = content.path("brand_id").asText();
    world
        .brands()
        .name(brand)
        .ifPresent(name -> node.putObject("brand").put("id", brand).put("name", name));
    ArrayNode images = node.putArray("main_images");
    content.path("main_images").forEach(image -> images.add(image(image)));
    attributes(node.putArray("product_attributes"), content);
    certifications(node.putArray("certifications"), content);
    if (content.path("size_chart").has("image")) {
      node.putObject("size_chart").set("image", image(content.path("size_chart").path("image")));
    }
    ArrayNode skus = node.putArray("skus");
    content.path("skus").forEach(sku -> skus.add(sku(product, sku, true)));
    node.set("audit_failed_reasons", product.failedReasons);
    return node.put("is_replicated", false);
  }

  /** The short form of Search Products. */
  ObjectNode brief(Product product) {
    ObjectNode content = product.shown();
    ObjectNode node = head(product, content);
    node.put("title", content.path("title").asText());
    ArrayNode skus = node.putArray("skus");
    content.path("skus").forEach(sku -> skus.add(sku(product, sku, false)));
    return node;
  }

  private static ObjectNode head(Product product, ObjectNode content) {
    ObjectNode node = Json.object().put("id", product.id).put("status", product.status.name());
    ObjectNode audit = node.putObject("audit").put("status", product.audit);
    audit.putArray("pre_approved_reasons");
    node.put("is_not_for_sale", content.path("is_not_for_sale").asBoolean());
    node.put("has_draft", product.draft != null && product.live != null);
    return node.put("create_time", product.createTime).put("update_time", product.updateTime);
  }

  private ObjectNode sku(Product product, JsonNode sku, boolean full) {
    String id = sku.path("id").asText();
    ObjectNode node = Json.object().put("id", id);
    node.put("seller_sku", sku.path("seller_sku").asText());
    Sku kept = product.skus.get(id);
    if (kept != null) {
      kept.describe(node);
    }
    boolean off = product.status == ProductStatus.SELLER_DEACTIVATED;
    ObjectNode state = node.putObject("status_info").put("status", off ? "DEACTIVATED" : "NORMAL");
    if (off) {
      state.put("deactivation_source", "SELLER");
    }
    if (full) {
      salesAttributes(node.putArray("sales_attributes"), sku);
      List.of("external_sku_id", "identifier_code", "sku_unit_count", "pre_sale").stream()
          .filter(sku::has)
          .forEach(name -> node.set(name, sku.get(name)));
    }
    return node;
  }

  private void salesAttributes(ArrayNode list, JsonNode sku) {
    for (JsonNode attribute : sku.path("sales_attributes")) {
      ObjectNode node = attribute.deepCopy();
      if (attribute.has("sku_img")) {
        node.set("sku_img", image(attribute.get("sku_img")));
      }
      if (attribute.has("supplementary_sku_images")) {
        ArrayNode images = node.putArray("supplementary_sku_images");
        attribute.get("supplementary_sku_images").forEach(each -> images.add(image(each)));
      }
      list.add(node);
    }
  }

  private void attributes(ArrayNode list, ObjectNode content) {
    String category = content.path("category_id").asText();
    for (JsonNode attribute : content.path("product_attributes")) {
      String id = attribute.path("id").asText();
      CategoryAttribute known = world.categories.attribute(category, id);
      ObjectNode node = list.addObject().put("id", id).put("name", known.name());
      ArrayNode values = node.putArray("values");
      for (JsonNode value : attribute.path("values")) {
        String valueId = value.path("id").asText();
        String name = known.values().getOrDefault(valueId, value.path("name").asText());
        values
            .addObject()
            .put("id", valueId.isEmpty() ? known.valueId(name).orElse("") : valueId)
            .put("name", name);
      }
    }
  }

  private void certifications(ArrayNode list, ObjectNode content) {
    for (JsonNode certification : content.path("certifications")) {
      ObjectNode node = certification.deepCopy();
      ArrayNode images = node.putArray("images");
      certification.path("images").forEach(each -> images.add(image(each)));
      list.add(node);
    }
  }

  private ObjectNode image(JsonNode image) {
    return world.images().describe(image.path("uri").asText(), world.baseUrl());
  }
}
