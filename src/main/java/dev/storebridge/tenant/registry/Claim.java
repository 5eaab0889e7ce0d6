package dev.storebridge.tenant.registry;

import dev.storebridge.platform.StoreAccount;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** An id that only one tenant of the service can use. */
public record Claim(Kind kind, String id) {

  /** What the id is of. */
  public enum Kind {
    /** Kept for good: marks and stock hang on it. */
    STORE,
    /** Kept for good: mappings hang on it. */
    CONNECTION,
    /** Kept for as long as the tenant's file names it. */
    SHOP;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Everything that a tenant's file claims. */
  static Set<Claim> of(Tenant tenant) {
    Set<Claim> claims = new LinkedHashSet<>();
    for (StoreAccount store : tenant.stores()) {
      claims.add(new Claim(Kind.STORE, store.id()));
    }
    for (ConnectionRules connection : tenant.connections()) {
      claims.add(new Claim(Kind.CONNECTION, connection.id()));
      connection.shop().id().ifPresent(id -> claims.add(new Claim(Kind.SHOP, id)));
    }
    return claims;
  }
}
