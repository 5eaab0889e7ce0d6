package dev.storebridge.tiktokshop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where TikTok Shop answers. The apps' keys live under the same prefix, in another mapping. */
@ConfigMapping(prefix = "storebridge.tiktok")
public interface TikTokConfig {

  /** Host of the API. */
  @WithDefault("https://open-api.tiktokglobalshop.com")
  URI apiUrl();

  /** Host that issues and refreshes tokens. */
  @WithDefault("https://auth.tiktok-shops.com")
  URI authUrl();
}
