package dev.storebridge.tenant;

import java.util.Optional;

/**
 * A merchant is new, described differently, or gone. Fired as a CDI event after {@link Tenants}
 * answers with the new state.
 */
public record TenantChange(String tenantId, Optional<Tenant> before, Optional<Tenant> after) {}
