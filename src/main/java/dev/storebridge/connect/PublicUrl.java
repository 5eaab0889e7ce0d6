package dev.storebridge.connect;

import dev.storebridge.platform.Platform;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where browsers and platforms reach us. */
@ApplicationScoped
class PublicUrl {
  private final Optional<String> base;

  PublicUrl(@ConfigProperty(name = "storebridge.public-url") Optional<String> base) {
    this.base = base.map(url -> url.strip().replaceAll("/+$", ""));
  }

  URI callback(Platform platform) {
    String name =
        platform == Platform.TIKTOK_SHOP ? "tiktok" : platform.name().toLowerCase(Locale.ROOT);
    return at("/connect/" + name + "/callback");
  }

  URI start(String token) {
    return at("/connect/start/" + token);
  }

  URI console(String connectionId) {
    return at("/connections/" + connectionId);
  }

  /** Where webhooks come in; empty when nobody said where we are reached. */
  Optional<URI> webhooks(String path) {
    return base.map(url -> URI.create(url + "/webhooks/" + path));
  }

  boolean secure() {
    return at("/").getScheme().equals("https");
  }

  /** The path that consent cookies are for. */
  String cookiePath() {
    return at("/connect").getPath();
  }

  private URI at(String path) {
    return URI.create(
        base.orElseThrow(
                () ->
                    ConnectRefusal.conflict(
                        "no-public-url",
                        "storebridge.public-url is not set, so platforms cannot send browsers back.",
                        "The operator sets it to the address under which browsers reach this service."))
            + path);
  }
}
