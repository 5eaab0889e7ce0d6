package dev.storebridge.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.catalogue.Motif;
import dev.storebridge.sandbox.catalogue.Picture;
import dev.storebridge.sandbox.woocommerce.store.Item;
import dev.storebridge.sandbox.woocommerce.store.Photos;
import dev.storebridge.sandbox.woocommerce.store.Shelf;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Products that are difficult in ways of WooCommerce's own: kinds that are no goods, variations
 * that mean any value, doubled SKUs of an old shop, missing prices and weights.
 */
final class TroubleItems {

  private static final int SIZE = 1000;

  private TroubleItems() {}

  /** Puts them on the shelf past the shop's rules, and returns the products as added. */
  static List<Item> addTo(Shelf shelf, Photos photos) {
    List<Item> added = new ArrayList<>();
    synchronized (shelf) {
      for (JsonNode entry : read()) {
        ObjectNode facts = entry.deepCopy();
        JsonNode variations = facts.remove("variations");
        String slug = facts.path("slug").asText();
        Picture picture =
            new Picture(slug + ".jpg", slug, Motif.BASKET, slug.hashCode() & 0x7f7f7f, SIZE, SIZE);
        facts.putArray("images").add(photos.add(picture).reference());
        Item product = shelf.add(0, facts);
        if (variations != null) {
          variations.forEach(one -> shelf.add(product.id(), one.deepCopy()));
        }
        added.add(shelf.product(product.id()).orElseThrow());
      }
    }
    return added;
  }

  private static JsonNode read() {
    try (InputStream file =
        TroubleItems.class.getResourceAsStream("/sandbox/woocommerce/trouble.json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The difficult products cannot be read", e);
    }
  }
}
