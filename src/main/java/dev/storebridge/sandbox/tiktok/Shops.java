package dev.storebridge.sandbox.tiktok;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All shops, by id and by cipher. */
final class Shops {

  private final Map<String, Shop> byId = new LinkedHashMap<>();
  private final Map<String, Shop> byCipher = new LinkedHashMap<>();

  Shops(List<TikTokShop> facts, Pace pace) {
    for (TikTokShop each : facts) {
      Shop shop = new Shop(each, pace);
      byId.put(each.id(), shop);
      byCipher.put(each.cipher(), shop);
    }
  }

  Collection<Shop> all() {
    return byId.values();
  }

  Optional<Shop> withCipher(String cipher) {
    return Optional.ofNullable(byCipher.get(cipher));
  }

  Shop withId(String id) {
    Shop shop = byId.get(id);
    if (shop == null) {
      throw new IllegalArgumentException("The sandbox has no shop " + id);
    }
    return shop;
  }

  List<Shop> ofSeller(String seller) {
    return byId.values().stream().filter(shop -> shop.facts.seller().equals(seller)).toList();
  }
}
