package dev.storebridge.tiktokshop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/**
 * Where TikTok Shop answers. Every key of this prefix has to stand here, a misspelt one stops the
 * start; the apps' keys, below {@code apps}, have a mapping of their own.
 */
@ConfigMapping(prefix = "storebridge.tiktok")
public interface TikTokConfig {

  /** Host of the API. */
  @WithDefault("https://open-api.tiktokglobalshop.com")
  URI apiUrl();

  /** Host that issues and refreshes tokens. */
  @WithDefault("https://auth.tiktok-shops.com")
  URI authUrl();

  /** How long a write whose answer was lost may still take effect. */
  @WithDefault("PT60S")
  Duration writeHorizon();
}
