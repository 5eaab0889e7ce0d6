package dev.storebridge.tenant.registry;

import dev.storebridge.platform.StoreAccount;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenant;
import dev.storebridge.tenant.Tenants;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tenants of one moment, found by every id. */
final class TenantsNow implements Tenants {

  private final Map<String, Tenant> tenants = new TreeMap<>();
  private final Map<String, String> versions = new HashMap<>();
  private final Map<String, StoreAccount> stores = new HashMap<>();
  private final Map<String, ConnectionRules> connections = new HashMap<>();
  private final Map<String, List<ConnectionRules>> enabledByStore = new HashMap<>();

  TenantsNow(Collection<FileState> files) {
    for (FileState file : files) {
      file.running().ifPresent(tenant -> add(tenant, file.runningHash()));
    }
  }

  private void add(Tenant tenant, String version) {
    versions.put(tenant.id(), version);
    tenants.put(tenant.id(), tenant);
    tenant.stores().forEach(store -> stores.put(store.id(), store));
    tenant.connections().forEach(this::add);
  }

  private void add(ConnectionRules connection) {
    connections.put(connection.id(), connection);
    if (connection.enabled()) {
      enabledByStore.computeIfAbsent(connection.storeId(), id -> new ArrayList<>()).add(connection);
    }
  }

  @Override
  public List<Tenant> all() {
    return List.copyOf(tenants.values());
  }

  @Override
  public Optional<Tenant> tenant(String id) {
    return Optional.ofNullable(tenants.get(id));
  }

  @Override
  public String version(String tenantId) {
    return versions.getOrDefault(tenantId, "");
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
    return List.copyOf(enabledByStore.getOrDefault(storeId, List.of()));
  }
}
