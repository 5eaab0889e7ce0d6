package dev.storebridge.connect;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Authoriser;
import dev.storebridge.platform.Authoriser.GrantedShop;
import dev.storebridge.platform.Authoriser.Issued;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the platforms for newer tokens of a grant, whatever kind of grant it is. */
@ApplicationScoped
class TokenSource {
  private final Authorisers authorisers;
  private final Apps apps;
  private final Tenants tenants;

  TokenSource(Authorisers authorisers, Apps apps, Tenants tenants) {
    this.authorisers = authorisers;
    this.apps = apps;
    this.tenants = tenants;
  }

  /**
   * @throws PlatformException {@link Failure#RE_AUTHORISE} when only new consent helps; the former
   *     refresh token has been tried as well then
   */
  Issued renew(Grant grant) {
    Optional<StoreAccount> store = storeOf(grant);
    AppKeys app = apps.of(grant, store).orElseThrow(() -> Words.appGone(accountOf(grant)));
    Authoriser authoriser = authorisers.of(grant.platform());
    if (store.map(StoreAccount::auth).orElse(null) instanceof StoreAuth.OwnApp) {
      return authoriser.exchange(app, store, Map.of());
    }
    Secret refresh =
        grant.tokens().refresh().orElseThrow(() -> Words.consentEnded(accountOf(grant)));
    try {
      return authoriser.refresh(app, store, refresh);
    } catch (PlatformException refused) {
      if (refused.failure() != Failure.RE_AUTHORISE || grant.previousRefresh().isEmpty()) {
        throw refused;
      }
      return authoriser.refresh(app, store, grant.previousRefresh().get());
    }
  }

  /** The first token of a store's own app. */
  Issued first(StoreAccount store, AppKeys app) {
    return authorisers.of(store.platform()).exchange(app, Optional.of(store), Map.of());
  }

  /** The shops that the grant covers now: also the first good call of a new token. */
  List<GrantedShop> shops(Grant grant) {
    Optional<StoreAccount> store = storeOf(grant);
    AppKeys app = apps.of(grant, store).orElseThrow(() -> Words.appGone(accountOf(grant)));
    return authorisers.of(grant.platform()).shops(app, grant.tokens().access());
  }

  /** A grant of a channel has no account of its own; faults of it are told under its id. */
  static AccountId accountOf(Grant grant) {
    return new AccountId(
        grant.platform(), grant.storeId().isEmpty() ? "grant-" + grant.id() : grant.storeId());
  }

  private Optional<StoreAccount> storeOf(Grant grant) {
    return grant.storeId().isEmpty() ? Optional.empty() : tenants.store(grant.storeId());
  }
}
