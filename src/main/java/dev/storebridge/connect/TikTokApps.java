package dev.storebridge.connect;

import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Secret;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which of the service's TikTok apps serves which market. */
@ApplicationScoped
class TikTokApps {
  static final String PREFIX = "storebridge.tiktok.apps";
  private static final String DEFAULT = "default";

  private final TikTokAppsConfig config;

  TikTokApps(TikTokAppsConfig config) {
    this.config = config;
  }

  /**
   * @throws ConfigurationException when two apps name the same region
   */
  void check() {
    Map<String, String> owners = new TreeMap<>();
    for (String name : new TreeSet<>(config.apps().keySet())) {
      for (String region : regions(name)) {
        String other = owners.put(region, name);
        if (other != null) {
          throw new ConfigurationException(
              "%s.%s.regions: %s is named by %s as well".formatted(PREFIX, name, region, other));
        }
      }
    }
  }

  /**
   * @throws ConnectRefusal when no app serves the region
   */
  AppKeys forRegion(String region) {
    String wanted = region.toUpperCase(Locale.ROOT);
    return config.apps().keySet().stream()
        .filter(name -> regions(name).contains(wanted))
        .findFirst()
        .or(this::fallback)
        .map(this::keys)
        .orElseThrow(() -> noneFor(wanted));
  }

  Optional<AppKeys> named(String name) {
    return Optional.of(name).filter(config.apps()::containsKey).map(this::keys);
  }

  /**
   * The apps that a callback without a state may be of, the likeliest first.
   *
   * @param appKey what the callback says of its app, null when nothing
   */
  List<AppKeys> candidates(String appKey) {
    List<AppKeys> all =
        Stream.concat(fallback().stream(), new TreeSet<>(config.apps().keySet()).stream())
            .distinct()
            .map(this::keys)
            .toList();
    List<AppKeys> named = all.stream().filter(app -> app.key().equals(appKey)).toList();
    return named.isEmpty() ? all : named;
  }

  private Optional<String> fallback() {
    if (config.apps().containsKey(DEFAULT)) {
      return Optional.of(DEFAULT);
    }
    List<String> open =
        config.apps().keySet().stream().filter(name -> regions(name).isEmpty()).toList();
    return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
  }

  private List<String> regions(String name) {
    return config.apps().get(name).regions().stream()
        .flatMap(Collection::stream)
        .map(region -> region.strip().toUpperCase(Locale.ROOT))
        .toList();
  }

  private AppKeys keys(String name) {
    TikTokAppsConfig.App app = config.apps().get(name);
    return new AppKeys(
        name,
        app.appKey(),
        new Secret(app.appSecret()),
        app.serviceId().orElse(""),
        app.consentUrl());
  }

  private static ConnectRefusal noneFor(String region) {
    return ConnectRefusal.conflict(
        "no-app",
        "No TikTok Shop app of this service serves the region " + region + ".",
        "The operator adds the region to %s.<name>.regions, or an app named default."
            .formatted(PREFIX));
  }
}
