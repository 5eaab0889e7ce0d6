package dev.storebridge.sandbox.shopify;

import dev.storebridge.sandbox.catalogue.Picture;
import dev.storebridge.sandbox.catalogue.PictureStudio;
import dev.storebridge.sandbox.http.Incoming;
import dev.storebridge.sandbox.http.Reply;
import dev.storebridge.sandbox.shopify.bulk.BulkFiles;
import dev.storebridge.sandbox.shopify.store.Shelf;
import dev.storebridge.sandbox.shopify.store.StoredMedia;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Serves pictures and the files of bulk operations. */
final class FileEndpoint {

  static final String PICTURES = "/cdn/shop/files/";
  static final String BULK = "/bulk/";

  private static final int LARGEST = 5_760;

  private final Shelf shelf;
  private final BulkFiles bulk;
  private final PictureStudio studio = new PictureStudio();
  private final Map<String, Picture> pictures = new ConcurrentHashMap<>();
  private volatile long knownVersion = -1;

  FileEndpoint(Shelf shelf, BulkFiles bulk) {
    this.shelf = shelf;
    this.bulk = bulk;
  }

  Reply picture(Incoming request) {
    Picture picture = find(request.path().substring(PICTURES.length()));
    if (picture == null) {
      return Reply.html(404, "<html><body>Not Found</body></html>");
    }
    Map<String, String> wanted = request.parameters();
    String format = format(picture, wanted.get("format"));
    byte[] file =
        studio.print(picture, number(wanted.get("width")), number(wanted.get("height")), format);
    return Reply.of(200, format.equals("png") ? "image/png" : "image/jpeg", file)
        .with("Cache-Control", "public, max-age=31536000")
        .with("Access-Control-Allow-Origin", "*");
  }

  Reply bulkFile(Incoming request) {
    String name = request.path().substring(BULK.length());
    String signature = request.parameters().getOrDefault("signature", "");
    return bulk.find(name, signature)
        .map(file -> Reply.file("application/jsonl", file))
        .orElseGet(() -> Reply.html(403, "<Error><Code>AccessDenied</Code></Error>"));
  }

  /** A format that cannot be written falls back to the original's. */
  private static String format(Picture picture, String wanted) {
    return "jpg".equals(wanted) || "png".equals(wanted) ? wanted : picture.format();
  }

  private static int number(String text) {
    boolean sound = text != null && text.matches("[1-9][0-9]{0,3}");
    return sound ? Integer.parseInt(text) : LARGEST;
  }

  private Picture find(String file) {
    long version = shelf.version();
    if (version != knownVersion) {
      shelf.products().stream()
          .flatMap(product -> product.media().stream())
          .map(StoredMedia::picture)
          .forEach(picture -> pictures.put(picture.file(), picture));
      knownVersion = version;
    }
    return pictures.get(file);
  }
}
