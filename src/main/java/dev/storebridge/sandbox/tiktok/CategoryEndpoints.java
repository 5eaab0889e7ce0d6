package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** The category tree, the rules and attributes of a leaf, and the guess by title. */
final class CategoryEndpoints {

  private final World world;

  CategoryEndpoints(World world) {
    this.world = world;
  }

  JsonNode tree(ApiCall call) {
    String version = Categories.version(call.query("category_version"), call.shop().market);
    String keyword = call.query("keyword").toLowerCase(Locale.ROOT);
    boolean prohibited = call.query("include_prohibited_categories").equals("true");
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("categories");
    world
        .categories
        .of(version)
        .filter(each -> prohibited || !each.prohibited())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).contains(keyword))
        .forEach(
            each -> {
              ObjectNode node = each.describe();
              node.putArray("permission_statuses").add(each.permission());
              list.add(node);
            });
    return data;
  }

  private Category leaf(ApiCall call) {
    String version = Categories.version(call.query("category_version"), call.shop().market);
    return world.categories.leaf(call.path().get("category_id"), version);
  }

  JsonNode rules(ApiCall call) {
    Category category = leaf(call);
    Refusal.when(category.prohibited(), Code.CATEGORY_PROHIBITED);
    ObjectNode data = Json.object();
    ArrayNode certifications = data.putArray("product_certifications");
    for (JsonNode row : category.certifications()) {
      ObjectNode node = certifications.addObject();
      node.put("id", row.path("id").asText()).put("name", row.path("name").asText());
      node.put("is_required", row.path("required").asBoolean());
      node.put("document_details", "A document that proves conformity");
      node.putObject("expiration_date").put("is_required", false);
    }
    data.putObject("size_chart")
        .put("is_supported", category.sizeChart())
        .put("is_required", category.sizeChart());
    data.putObject("cod").put("is_supported", false);
    data.putObject("package_dimension").put("is_required", category.dimensions());
    List.of("epr", "responsible_person", "manufacturer")
        .forEach(name -> data.putObject(name).put("is_required", false));
    data.putArray("allowed_special_product_types");
    data.putArray("fees");
    return data;
  }

  JsonNode attributes(ApiCall call) {
    Category category = leaf(call);
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("attributes");
    category
        .attributes()
        .values()
        .forEach(each -> list.add(each.describe(category.required().contains(each.id()))));
    return data;
  }

  JsonNode recommend(ApiCall call) {
    String title = call.body().path("product_title").asText();
    Refusal.when(title.isBlank(), Code.TITLE_EMPTY);
    String asked = call.body().path("category_version").asText();
    String version = Categories.version(asked, call.shop().market);
    call.body()
        .path("images")
        .forEach(image -> world.images().uri(image.path("uri").asText(), Code.IMAGE_UNKNOWN));
    Category leaf =
        world
            .categories
            .guess(title, version)
            .orElseThrow(() -> new Refusal(Code.NO_RECOMMENDATION));
    ObjectNode data = Json.object();
    data.put("leaf_category_id", leaf.id());
    ArrayNode chain = data.putArray("categories");
    for (Category each : world.categories.chain(leaf.id())) {
      ObjectNode node = chain.addObject().put("id", each.id()).put("name", each.name());
      node.put("level", chain.size()).put("is_leaf", each.leaf());
      node.putArray("permission_statuses").add(each.permission());
    }
    return data;
  }
}
