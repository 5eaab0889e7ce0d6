package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A product as it was sent, on its way through the rules. Rules may clear what the platform clears
 * with a warning instead of an error.
 */
final class Submission {

  final World world;
  final Shop shop;
  final ObjectNode body;
  final List<String> warnings = new ArrayList<>();
  Category category;

  /** The product being edited; null in a create. */
  final Product existing;

  Submission(World world, Shop shop, ObjectNode body, Product existing) {
    this.world = world;
    this.shop = shop;
    this.body = body;
    this.existing = existing;
  }

  Market market() {
    return shop.market;
  }

  JsonNode at(String name) {
    return body.path(name);
  }

  String text(String name) {
    return body.path(name).asText();
  }

  List<JsonNode> skus() {
    return Json.stream(body.path("skus")).toList();
  }

  /** The SKU that an entry edits; null when the entry is a new one. */
  Sku known(JsonNode sku) {
    return existing == null ? null : existing.skus.get(sku.path("id").asText());
  }
}
