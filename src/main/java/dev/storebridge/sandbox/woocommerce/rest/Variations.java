package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.store.Shelf;

/** {@code /products/{id}/variations} and the shop-wide {@code /variations}. */
final class Variations {

  private final Shelf shelf;
  private final VariationView view;
  private final ItemWriter writer;
  private final Listing listing;

  Variations(Shelf shelf, VariationView view, ItemWriter writer, Listing listing) {
    this.shelf = shelf;
    this.view = view;
    this.writer = writer;
    this.listing = listing;
  }

  Result all(Ask ask) {
    return listing.items(ask, shelf.variations(), view::show);
  }

  Result list(Ask ask, long product) {
    return listing.items(ask, shelf.variationsOf(parent(product).id()), view::show);
  }

  JsonNode get(long product, long id) {
    return view.show(variation(product, id, 404));
  }

  private Item parent(long product) {
    return shelf.product(product).orElseThrow(() -> RestError.unknownProduct(404));
  }

  private Item variation(long product, long id, int status) {
    parent(product);
    return shelf
        .find(id)
        .filter(item -> item.parent() == product)
        .orElseThrow(
            () ->
                new RestError(
                    status, "woocommerce_rest_product_variation_invalid_id", "Invalid ID."));
  }

  /** The variations of one product, to be written. */
  Collection of(long product) {
    return new Collection() {
      @Override
      public JsonNode create(JsonNode body) {
        Item parent = parent(product);
        ObjectNode shown = view.show(shelf.add(product, writer.facts(null, parent, body)));
        if (!body.hasNonNull("image")) {
          shown.putNull("image");
        }
        return shown;
      }

      @Override
      public JsonNode update(long id, JsonNode body) {
        Item item = variation(product, id, 400);
        return view.show(shelf.save(item, writer.facts(item, parent(product), body)));
      }

      @Override
      public JsonNode delete(long id, boolean force) {
        Item item = variation(product, id, 404);
        if (!force) {
          throw new RestError(
              501,
              "woocommerce_rest_trash_not_supported",
              "Variations do not go into the trash; ask for force=true.");
        }
        JsonNode before = view.show(item);
        shelf.remove(item);
        return before;
      }
    };
  }
}
