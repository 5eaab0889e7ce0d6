package dev.storebridge.sandbox.tiktok;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Everything the simulated platform knows. */
final class World {

  final TikTokSettings settings;
  final Clock clock;
  final Ids ids = new Ids();
  final Herald herald;
  final Switches switches = new Switches();
  final CallLog log;
  final Grants grants;
  final Categories categories = new Categories();
  final Map<String, String> productShops = new ConcurrentHashMap<>();
  private volatile Shops shops;
  private volatile Brands brands;
  private volatile Images images = new Images();
  private volatile String baseUrl = "";

  World(TikTokSettings settings) {
    this.settings = settings;
    this.clock = settings.clock();
    this.herald = new Herald(settings.clock(), ids);
    this.log = new CallLog(settings.callLogSize());
    this.grants = new Grants(settings.tokens(), settings.clock());
    this.shops = new Shops(settings.shops(), settings.pace());
    this.brands = new Brands(ids);
  }

  Shops shops() {
    return shops;
  }

  Brands brands() {
    return brands;
  }

  Images images() {
    return images;
  }

  String baseUrl() {
    return baseUrl;
  }

  void listeningAt(String url) {
    baseUrl = url;
  }

  Optional<TikTokApp> app(String key) {
    return settings.apps().stream().filter(app -> app.key().equals(key)).findFirst();
  }

  long now() {
    return clock.instant().getEpochSecond();
  }

  /** Forgets products, uploads, tokens, switches and calls. */
  void reset() {
    switches.clear();
    herald.post().reset();
    grants.clear();
    shops = new Shops(settings.shops(), settings.pace());
    brands = new Brands(ids);
    images = new Images();
    productShops.clear();
    log.clear();
  }
}
