package dev.storebridge.sandbox.tiktok;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One authorisation: an app, the shops of a seller, and what was allowed. */
final class Grant {

  final TikTokApp app;
  final List<Shop> shops;
  final Set<String> scopes = ConcurrentHashMap.newKeySet();
  private volatile boolean revoked;

  Grant(TikTokApp app, List<Shop> shops, Set<String> scopes) {
    this.app = app;
    this.shops = List.copyOf(shops);
    this.scopes.addAll(scopes);
  }

  String seller() {
    return shops.get(0).facts.seller();
  }

  boolean covers(Shop shop) {
    return shops.contains(shop);
  }

  boolean revoked() {
    return revoked;
  }

  void revoke() {
    revoked = true;
  }
}
