package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.store.Shelf;
import java.util.ArrayList;
import java.util.List;

/** {@code /products}. */
final class Products implements Collection {

  private final Shelf shelf;
  private final ProductView view;
  private final ItemWriter writer;
  private final Listing listing;

  Products(Shelf shelf, ProductView view, ItemWriter writer, Listing listing) {
    this.shelf = shelf;
    this.view = view;
    this.writer = writer;
    this.listing = listing;
  }

  /** A search for a SKU looks among variations too. */
  Result list(Ask ask) {
    List<Item> all = new ArrayList<>(shelf.products());
    if (ask.has("sku") || ask.has("search_sku")) {
      all.addAll(shelf.variations());
    }
    return listing.items(ask, all, view::show);
  }

  JsonNode get(long id) {
    return view.show(shelf.find(id).orElseThrow(() -> RestError.unknownProduct(404)));
  }

  @Override
  public JsonNode create(JsonNode body) {
    ObjectNode facts = writer.facts(null, null, body);
    if (facts.path("slug").asText("").isEmpty()) {
      facts.put("slug", Slugs.of(facts.path("name").asText()));
    }
    return view.show(shelf.add(0, facts));
  }

  @Override
  public JsonNode update(long id, JsonNode body) {
    Item item = shelf.find(id).orElseThrow(() -> RestError.unknownProduct(400));
    if (item.isVariation()) {
      throw new RestError(
          404,
          "woocommerce_rest_invalid_product_id",
          "Variations are written at /products/<product_id>/variations/<id>.");
    }
    return view.show(shelf.save(item, writer.facts(item, null, body)));
  }

  @Override
  public JsonNode delete(long id, boolean force) {
    Item item = shelf.product(id).orElseThrow(() -> RestError.unknownProduct(404));
    JsonNode before = view.show(item);
    if (force) {
      shelf.remove(item);
    } else if (item.inTrash()) {
      throw new RestError(
          410, "woocommerce_rest_already_trashed", "The product has already been deleted.");
    } else {
      shelf.trash(item);
    }
    return before;
  }
}
