package dev.storebridge.tenant;

import dev.storebridge.platform.StoreAccount;
import java.util.List;
import java.util.Optional;

/**
 * The merchants whose files are accepted now. What it answers changes when a file changes; ask
 * again, do not keep.
 */
public interface Tenants {

  List<Tenant> all();

  Optional<Tenant> tenant(String id);

  /** Hash of the file that runs for a tenant; empty for none. */
  String version(String tenantId);

  Optional<StoreAccount> store(String id);

  Optional<ConnectionRules> connection(String id);

  /** The enabled connections of a store. */
  List<ConnectionRules> connectionsOf(String storeId);
}
