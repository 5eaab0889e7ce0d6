package dev.storebridge.tiktokshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TikTokConfigTest {

  @Test
  void goesToTheRealHostsUnlessToldOtherwise() {
    TikTokConfig config = config(Map.of());
    assertThat(config.apiUrl()).isEqualTo(URI.create("https://open-api.tiktokglobalshop.com"));
    assertThat(config.authUrl()).isEqualTo(URI.create("https://auth.tiktok-shops.com"));
    assertThat(config.writeHorizon()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void refusesAMisspeltKey() {
    assertThatThrownBy(() -> config(Map.of("storebridge.tiktok.api-ulr", "http://localhost")))
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining("api-ulr");
  }

  private static TikTokConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(TikTokConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(TikTokConfig.class);
  }
}
