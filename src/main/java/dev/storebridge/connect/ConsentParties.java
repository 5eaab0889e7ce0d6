package dev.storebridge.connect;

import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who takes part in a consent: the connection, its store, and the app that is consented to. */
@ApplicationScoped
class ConsentParties {
  private final Tenants tenants;
  private final TikTokApps tiktok;
  private final Apps apps;

  ConsentParties(Tenants tenants, TikTokApps tiktok, Apps apps) {
    this.tenants = tenants;
    this.tiktok = tiktok;
    this.apps = apps;
  }

  ConnectionRules connection(String id) {
    return tenants
        .connection(id)
        .orElseThrow(
            () ->
                ConnectRefusal.missing(
                    "no-connection",
                    "There is no connection " + id + ".",
                    "Use the id of a connection that stands in a tenant file."));
  }

  StoreAccount store(ConnectionRules connection) {
    return tenants
        .store(connection.storeId())
        .orElseThrow(
            () ->
                ConnectRefusal.missing(
                    "no-store",
                    "There is no store " + connection.storeId() + ".",
                    "Look at the tenant file: the store was removed or its file is refused."));
  }

  /** The app for a store's consent, or without a store the one for the connection's shop. */
  AppKeys app(ConnectionRules connection, Optional<StoreAccount> store) {
    return store.isEmpty()
        ? tiktok.forRegion(connection.shop().region())
        : storeApp(store.get()).orElseThrow(ConsentParties::noConsent);
  }

  /** Empty when the store needs no consent, or the service has no app for it. */
  Optional<AppKeys> storeApp(StoreAccount store) {
    return Apps.consents(store) ? apps.ofStore(store) : Optional.empty();
  }

  private static ConnectRefusal noConsent() {
    return ConnectRefusal.conflict(
        "no-consent-needed",
        "This store is not connected by consent.",
        "Look at auth in the tenant file, and at storebridge.shopify.client-id and .client-secret.");
  }
}
