package dev.storebridge.connect;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service's TikTok Shop apps, by the name the operator gave them. */
@ConfigMapping(prefix = "storebridge.tiktok.apps")
interface TikTokAppsConfig {
  @WithParentName
  Map<String, App> apps();

  /** One app. */
  interface App {
    String appKey();

    String appSecret();

    /** Opens the consent page; Partner Center shows it, it is not the app key. */
    Optional<String> serviceId();

    /** Markets that this app serves, ISO 3166 alpha-2; left out: those that no other app names. */
    Optional<List<String>> regions();

    /** The consent page, where it is not the platform's usual one. */
    Optional<URI> consentUrl();
  }
}
