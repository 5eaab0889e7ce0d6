package dev.storebridge.sandbox.woocommerce;

import dev.storebridge.sandbox.catalogue.Picture;
import dev.storebridge.sandbox.catalogue.PictureStudio;
import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.woocommerce.store.Photos;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves pictures of the media library, whole and in the sizes that WordPress makes of them. */
final class UploadEndpoint {

  static final String PREFIX = "/wp-content/uploads/";

  private static final Pattern SIZED = Pattern.compile("(.+)-(\\d{2,4})x(\\d{2,4})(\\.[a-z]+)");

  private final Photos photos;
  private final PictureStudio studio = new PictureStudio();

  UploadEndpoint(Photos photos) {
    this.photos = photos;
  }

  Reply picture(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    Optional<Photos.Photo> whole = photos.file(file);
    if (whole.isPresent()) {
      Picture picture = whole.get().picture();
      return print(picture, picture.width(), picture.height());
    }
    Matcher sized = SIZED.matcher(file);
    return sized.matches()
        ? photos
            .file(sized.group(1) + sized.group(4))
            .map(
                photo ->
                    print(
                        photo.picture(),
                        Integer.parseInt(sized.group(2)),
                        Integer.parseInt(sized.group(3))))
            .orElseGet(UploadEndpoint::missing)
        : missing();
  }

  private Reply print(Picture picture, int width, int height) {
    byte[] file = studio.print(picture, width, height, picture.format());
    return Reply.of(200, picture.format().equals("png") ? "image/png" : "image/jpeg", file)
        .with("Cache-Control", "public, max-age=31536000")
        .with("Access-Control-Allow-Origin", "*");
  }

  private static Reply missing() {
    return Reply.html(404, "<!DOCTYPE html><html><body>Page not found</body></html>");
  }
}
