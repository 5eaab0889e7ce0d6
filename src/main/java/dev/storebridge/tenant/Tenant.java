package dev.storebridge.tenant;

import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import java.util.List;
import java.util.Optional;

/**
 * A merchant, as their file describes them.
 *
 * @param apiTokenHashes lower-case hex SHA-256 of the tokens that may see this tenant
 */
public record Tenant(
    String id,
    String name,
    List<String> apiTokenHashes,
    Optional<Alerts> alerts,
    List<StoreAccount> stores,
    List<ConnectionRules> connections) {

  public Tenant {
    apiTokenHashes = List.copyOf(apiTokenHashes);
    stores = List.copyOf(stores);
    connections = List.copyOf(connections);
  }

  /** Where problems are announced. */
  public record Alerts(String url, Secret secret) {}
}
