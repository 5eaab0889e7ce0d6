package dev.storebridge.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storebridge.platform.AppKeys;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TikTokAppsTest {
  private static final String P = "storebridge.tiktok.apps.";

  @Test
  void theAppThatNamesTheRegionServesItAndTheDefaultTheRest() {
    TikTokApps apps = apps(P + "us.regions", "US", P + "default.app-key", "d");
    assertThat(apps.forRegion("US").name()).isEqualTo("us");
    assertThat(apps.forRegion("GB").name()).isEqualTo("default");
  }

  @Test
  void aRegionThatNoAppServesIsRefusedInWords() {
    assertThatThrownBy(() -> apps(P + "us.regions", "US").forRegion("GB"))
        .isInstanceOf(ConnectRefusal.class)
        .hasMessageContaining("serves the region GB");
  }

  @Test
  void oneRegionInTwoAppsIsRefusedAtTheStart() {
    assertThatThrownBy(() -> apps(P + "a.regions", "GB,DE", P + "b.regions", "de").check())
        .hasMessageContaining("storebridge.tiktok.apps.b.regions: DE is named by a as well");
  }

  @Test
  void aCallbackThatNamesItsAppIsOfThatAppElseOfAny() {
    TikTokApps apps = apps(P + "us.regions", "US", P + "default.app-key", "d");
    assertThat(apps.candidates("key-us")).extracting(AppKeys::name).containsExactly("us");
    assertThat(apps.candidates(null)).extracting(AppKeys::name).containsExactly("default", "us");
  }

  @Test
  void anAppsSecretIsNotPrinted() {
    assertThat(apps(P + "us.regions", "US").named("us").toString()).doesNotContain("secret-us");
  }

  /** Apps of the given properties; keys and secrets are added where they are missing. */
  private static TikTokApps apps(String... pairs) {
    Map<String, String> properties = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.put(pairs[i], pairs[i + 1]);
      String name = pairs[i].substring(P.length(), pairs[i].lastIndexOf('.'));
      properties.putIfAbsent(P + name + ".app-key", "key-" + name);
      properties.putIfAbsent(P + name + ".app-secret", "secret-" + name);
    }
    SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(TikTokAppsConfig.class);
    properties.forEach(builder::withDefaultValue);
    return new TikTokApps(builder.build().getConfigMapping(TikTokAppsConfig.class));
  }
}
