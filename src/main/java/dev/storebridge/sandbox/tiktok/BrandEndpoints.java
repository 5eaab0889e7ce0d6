package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lists and adds brands. */
final class BrandEndpoints {

  private final World world;
  private final Pages pages;

  BrandEndpoints(World world) {
    this.world = world;
    this.pages = new Pages(world.switches);
  }

  JsonNode list(ApiCall call) {
    String prefix = call.query("brand_name");
    String category = call.query("category_id");
    if (!category.isEmpty()) {
      String version = Categories.version(call.query("category_version"), call.shop().market);
      world.categories.leaf(category, version);
    }
    boolean authorised = call.query("is_authorized").equals("true");
    Pages.Page<String> page =
        pages.cut(call, world.brands().startingWith(prefix), prefix + '\n' + category + authorised);
    ObjectNode data = Json.object();
    ArrayNode list = data.putArray("brands");
    page.items().forEach(id -> list.add(describe(id)));
    page.describe(data);
    return data;
  }

  /** The misspelt status is what the platform sends. */
  private ObjectNode describe(String id) {
    ObjectNode brand = Json.object().put("id", id).put("name", world.brands().name(id).orElse(""));
    brand.put("authorized_status", "UNAUTHORIEZD");
    return brand.put("is_t1_brand", false).put("brand_status", "ONLINE");
  }

  JsonNode add(ApiCall call) {
    String name = call.body().path("name").asText();
    Refusal.when(name.length() < 2 || name.length() > 30, Code.INPUT_INVALID, "name");
    return Json.object().put("id", world.brands().add(name));
  }
}
