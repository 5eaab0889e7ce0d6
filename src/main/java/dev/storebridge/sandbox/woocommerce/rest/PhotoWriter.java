package dev.storebridge.sandbox.woocommerce.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.sandbox.catalogue.Motif;
import dev.storebridge.sandbox.catalogue.Picture;
import dev.storebridge.sandbox.woocommerce.store.Photos;
import java.net.URI;
import java.util.Locale;

/**
 * Takes pictures by their id in the library or by address. Nothing is downloaded: the library gets
 * a drawing of its own under the address's file name.
 */
final class PhotoWriter {

  private static final int SIZE = 900;

  private final Photos photos;

  PhotoWriter(Photos photos) {
    this.photos = photos;
  }

  ArrayNode many(JsonNode given) {
    ArrayNode references = JsonNodeFactory.instance.arrayNode();
    given.forEach(one -> references.add(one(one)));
    return references;
  }

  /**
   * @throws RestError when the picture is unknown or its address has no ending of a picture
   */
  ObjectNode one(JsonNode given) {
    long id = given.path("id").asLong();
    if (id > 0) {
      return photos.find(id).map(Photos.Photo::reference).orElseThrow(() -> unknown(id));
    }
    String file = file(given.path("src").asText());
    Motif motif = Motif.values()[Math.floorMod(file.hashCode(), Motif.values().length)];
    int tint = file.hashCode() & 0x7f7f7f;
    String alt = given.path("alt").asText(file);
    return photos.add(new Picture(file, alt, motif, tint, SIZE, SIZE)).reference();
  }

  private static String file(String src) {
    String path;
    try {
      path = URI.create(src).getPath();
    } catch (IllegalArgumentException e) {
      path = "";
    }
    String file = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    if (!file.toLowerCase(Locale.ROOT).matches(".+\\.(jpe?g|png)")) {
      throw new RestError(
          400,
          "woocommerce_product_image_upload_error",
          "Invalid image: Sorry, you are not allowed to upload this file type.");
    }
    return file.replaceFirst("\\.jpeg$", ".jpg");
  }

  private static RestError unknown(long id) {
    return new RestError(
        400, "woocommerce_product_invalid_image_id", "#" + id + " is an invalid image ID.");
  }
}
