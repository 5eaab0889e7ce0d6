package dev.storebridge.sandbox.shopify.graphql;

import dev.storebridge.sandbox.catalogue.Picture;
import dev.storebridge.sandbox.shopify.store.Gid;
import dev.storebridge.sandbox.shopify.store.StoredMedia;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The fields of pictures. Their addresses lead to the sandbox's own file server. */
final class MediaFields {

  private record Preview(StoredMedia media) {}

  private final Supplier<String> baseUrl;

  MediaFields(Supplier<String> baseUrl) {
    this.baseUrl = baseUrl;
  }

  List<TypeFields<?>> types() {
    return List.of(mediaImage(), preview(), image());
  }

  private TypeFields<StoredMedia> mediaImage() {
    return new TypeFields<>("MediaImage", StoredMedia.class)
        .field("id", m -> Gid.of("MediaImage", m.id()))
        .field("alt", m -> m.picture().alt())
        .field("mediaContentType", m -> "IMAGE")
        .field("status", m -> "READY")
        .field("mimeType", m -> m.picture().format().equals("png") ? "image/png" : "image/jpeg")
        .field("createdAt", StoredMedia::createdAt)
        .field("image", StoredMedia::picture)
        .field("preview", m -> new Preview(m));
  }

  private static TypeFields<Preview> preview() {
    return new TypeFields<>("MediaPreviewImage", Preview.class)
        .field("status", p -> "READY")
        .field("image", p -> p.media().picture());
  }

  private TypeFields<Picture> image() {
    return new TypeFields<>("Image", Picture.class)
        .field("id", p -> Gid.of("ImageSource", Integer.toUnsignedLong(p.file().hashCode())))
        .field("altText", Picture::alt)
        .field("width", Picture::width)
        .field("height", Picture::height)
        .field("url", this::url);
  }

  private Object url(Picture picture, DataFetchingEnvironment env) {
    String version = Integer.toUnsignedString(picture.hashCode());
    StringBuilder url =
        new StringBuilder(baseUrl.get())
            .append("/cdn/shop/files/")
            .append(picture.file())
            .append("?v=")
            .append(version);
    Map<String, Object> transform = env.getArgument("transform");
    if (transform != null) {
      add(url, "width", transform.get("maxWidth"));
      add(url, "height", transform.get("maxHeight"));
      add(url, "format", transform.get("preferredContentType"));
    }
    return url.toString();
  }

  private static void add(StringBuilder url, String name, Object value) {
    if (value != null) {
      url.append('&').append(name).append('=').append(value.toString().toLowerCase(Locale.ROOT));
    }
  }
}
