package dev.storebridge.sandbox.tiktok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Uploaded images and files. Facts are kept for good, bytes up to a limit, oldest gone first. */
final class Images {

  static final String PATH = "/images/";
  static final Set<String> USES =
      Set.of(
          "MAIN_IMAGE",
          "ATTRIBUTE_IMAGE",
          "DESCRIPTION_IMAGE",
          "CERTIFICATION_IMAGE",
          "SIZE_CHART_IMAGE");

  private static final long KEPT_BYTES = 64L << 20;

  /** An uploaded image; {@code uri} has no host. */
  record Uploaded(String uri, ImageProbe facts, String use) {}

  private final Map<String, Uploaded> byUri = new ConcurrentHashMap<>();
  private final Set<String> files = ConcurrentHashMap.newKeySet();
  private final Map<String, byte[]> bytes = new LinkedHashMap<>();
  private long keptBytes;

  Uploaded add(ImageProbe facts, String use, byte[] content) {
    Uploaded image = new Uploaded("tos-sandbox-i/" + Ids.token(32), facts, use);
    byUri.put(image.uri(), image);
    keep(image.uri(), content);
    return image;
  }

  String addFile(String id, byte[] content) {
    files.add(id);
    keep(id, content);
    return id;
  }

  private synchronized void keep(String key, byte[] content) {
    bytes.put(key, content);
    keptBytes += content.length;
    var oldest = bytes.values().iterator();
    while (keptBytes > KEPT_BYTES && oldest.hasNext()) {
      keptBytes -= oldest.next().length;
      oldest.remove();
    }
  }

  /** The image of a uri, or a refusal with the given code. */
  Uploaded uri(String uri, Code otherwise) {
    Uploaded image = byUri.get(uri);
    Refusal.when(image == null, otherwise, uri);
    return image;
  }

  Optional<Uploaded> find(String uri) {
    return Optional.ofNullable(byUri.get(uri));
  }

  boolean hasFile(String id) {
    return files.contains(id);
  }

  int count() {
    return byUri.size();
  }

  Answer serve(String path) {
    String key = path.substring(PATH.length());
    byte[] content;
    synchronized (this) {
      content = bytes.get(key);
    }
    if (content == null) {
      return Answer.html(404, "<h1>No such image</h1>");
    }
    String type =
        find(key).map(image -> "image/" + image.facts().format()).orElse("application/pdf");
    return new Answer(200, type, Map.of(), content);
  }

  /** An image as Get Product shows it. */
  ObjectNode describe(String uri, String baseUrl) {
    ObjectNode node = Json.object().put("uri", uri);
    String url = baseUrl + PATH + uri;
    node.putArray("urls").add(url);
    node.putArray("thumb_urls").add(url);
    find(uri)
        .ifPresent(
            image ->
                node.put("width", image.facts().width()).put("height", image.facts().height()));
    return node;
  }
}
