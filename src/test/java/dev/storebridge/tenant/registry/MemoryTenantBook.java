package dev.storebridge.tenant.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A book for tests; outlives a registry as the database does. */
final class MemoryTenantBook implements TenantBook {

  private final Map<String, Version> files = new TreeMap<>();
  private Map<Claim, String> owners = Map.of();

  @Override
  public Map<String, String> hashes() {
    return files.values().stream().collect(Collectors.toMap(Version::tenant, Version::hash));
  }

  @Override
  public Optional<String> text(String tenant) {
    return Optional.ofNullable(files.get(tenant)).map(Version::text);
  }

  @Override
  public Map<String, List<Clash>> accept(List<Version> versions) {
    Ownership ownership = new Ownership(owners);
    Map<String, List<Clash>> refused = new HashMap<>();
    for (Version version : versions) {
      List<Clash> clashes = ownership.take(version);
      if (clashes.isEmpty()) {
        files.put(version.tenant(), version);
      } else {
        refused.put(version.tenant(), clashes);
      }
    }
    owners = ownership.owners();
    return refused;
  }

  @Override
  public void forget(String tenant) {
    files.remove(tenant);
    Map<Claim, String> kept = new HashMap<>(owners);
    kept.entrySet()
        .removeIf(e -> e.getKey().kind() == Claim.Kind.SHOP && e.getValue().equals(tenant));
    owners = kept;
  }
}
