package dev.storebridge.tenant.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storebridge.tenant.file.YamlNode.Scalar;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A base URL, kept without a trailing slash. Whether its host and plain http are allowed is for the
 * guard of outgoing calls to say, which knows what the name resolves to.
 */
record UrlShape() implements Shape<URI> {

  @Override
  public Optional<URI> read(YamlNode node, Place place) {
    if (!(node instanceof Scalar scalar) || scalar.isNull() || scalar.isBoolean()) {
      return Kinds.refuse(node, place, words());
    }
    Optional<URI> url = parse(scalar.text()).filter(UrlShape::isBase);
    if (url.isEmpty()) {
      place.refuse(node.at(), "is not " + words(), "write it like https://shop.example");
    } else if (url.get().getRawUserInfo() != null) {
      place.refuse(node.at(), "carries a user name or password", "leave them out");
      return Optional.empty();
    }
    return url;
  }

  private static Optional<URI> parse(String text) {
    try {
      return Optional.of(new URI(text.replaceFirst("/+$", "")));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isBase(URI url) {
    return ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))
        && url.getHost() != null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }

  @Override
  public ObjectNode schema() {
    return Shapes.json("string").put("format", "uri").put("pattern", "^https?://[^?#@]+$");
  }

  @Override
  public String words() {
    return "an http(s) URL with a host, without query and fragment";
  }
}
