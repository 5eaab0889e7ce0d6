package dev.storebridge.route;

import dev.storebridge.tenant.registry.TenantRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Picks up changed tenant files. */
@ApplicationScoped
@Named("tenantFiles")
@RegisterForReflection
public class TenantFiles {

  private final TenantRegistry registry;

  public TenantFiles(TenantRegistry registry) {
    this.registry = registry;
  }

  public void reload() {
    registry.reload();
  }
}
