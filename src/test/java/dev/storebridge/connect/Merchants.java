package dev.storebridge.connect;

import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenant;
import dev.storebridge.tenant.Tenants;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Merchants whose files say what a test needs. */
@Alternative
@Singleton
class Merchants implements Tenants {
  private final Map<String, ConnectionRules> connections = new ConcurrentHashMap<>();
  private final Map<String, StoreAccount> stores = new ConcurrentHashMap<>();

  /** A connection {@code <tenant>-<region>} of the store {@code <tenant>-main}. */
  ConnectionRules connection(String tenant, String region, String shopId) {
    String store = tenant + "-main";
    stores.putIfAbsent(store, store(tenant, new StoreAuth.Consent()));
    ConnectionRules.Shop shop =
        new ConnectionRules.Shop(Optional.ofNullable(shopId), region, Limits.CHOSEN_BY_US);
    ConnectionRules rules =
        new ConnectionRules(
            tenant + "-" + region, tenant, store, true, shop, null, null, null, null, null, null);
    connections.put(rules.id(), rules);
    return rules;
  }

  StoreAccount store(String tenant, StoreAuth auth) {
    StoreAccount store =
        new StoreAccount(
            tenant + "-main",
            tenant,
            Platform.SHOPIFY,
            URI.create("https://" + tenant + ".myshopify.com"),
            auth,
            Limits.CHOSEN_BY_US);
    stores.put(store.id(), store);
    return store;
  }

  void remove(ConnectionRules rules) {
    connections.remove(rules.id());
  }

  @Override
  public List<Tenant> all() {
    return List.of();
  }

  @Override
  public Optional<Tenant> tenant(String id) {
    return Optional.empty();
  }

  @Override
  public String version(String tenantId) {
    return "";
  }

  @Override
  public Optional<StoreAccount> store(String id) {
    return Optional.ofNullable(stores.get(id));
  }

  @Override
  public Optional<ConnectionRules> connection(String id) {
    return Optional.ofNullable(connections.get(id));
  }

  @Override
  public List<ConnectionRules> connectionsOf(String storeId) {
    return connections.values().stream().filter(c -> c.storeId().equals(storeId)).toList();
  }
}
