package dev.storebridge.connect;

import dev.storebridge.connect.Grant.Holder;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** What lets us into a store: its grant, or what its tenant file holds. */
@ApplicationScoped
class StoreGrants {
  private final GrantStore grants;
  private final Apps apps;
  private final TokenSource source;
  private final StoreProfiles profiles;
  private final SharedRuns<Grant> runs;

  StoreGrants(
      GrantStore grants, Apps apps, TokenSource source, StoreProfiles profiles, Clock clock) {
    this.grants = grants;
    this.apps = apps;
    this.source = source;
    this.profiles = profiles;
    this.runs = new SharedRuns<>(clock);
  }

  /** What was granted already; asks nobody. */
  Optional<Grant> known(StoreAccount store) {
    return apps.ofStore(store).flatMap(app -> grants.ofStore(store.id(), app.name()));
  }

  /**
   * The store's grant; empty without consent. An own app's first token is asked for here, and
   * another one after a refusal, for its secret may have been corrected in the tenant file.
   */
  Optional<Grant> of(StoreAccount store) {
    Optional<Grant> known = known(store);
    return known.filter(Grant::active).isEmpty() && store.auth() instanceof StoreAuth.OwnApp
        ? apps.ofStore(store).map(app -> runs.run(store.id(), () -> first(store, app)))
        : known;
  }

  private Grant first(StoreAccount store, AppKeys app) {
    return grants
        .ofStore(store.id(), app.name())
        .filter(Grant::active)
        .orElseGet(() -> grants.granted(holder(store, app), source.first(store, app)));
  }

  static Holder holder(StoreAccount store, AppKeys app) {
    return new Holder(store.platform(), app.name(), store.id(), Optional.of(store.tenant()));
  }

  /** The credential that stands in the tenant file, if one does. */
  static Optional<Secret> pasted(StoreAccount store) {
    return switch (store.auth()) {
      case StoreAuth.PastedToken pasted -> Optional.of(pasted.token());
      case StoreAuth.RestKey rest -> Optional.of(rest.key());
      case StoreAuth.OwnApp own -> Optional.empty();
      case StoreAuth.Consent consent -> Optional.empty();
    };
  }

  /** Notes that the store lets us in: what was held against it is over. */
  void accepted(AccountId store) {
    profiles.mark(store.platform(), store.id(), Optional.empty());
  }

  /**
   * Notes that the store refuses the file's credential; returns when the file holds another one by
   * now.
   */
  void refused(StoreAccount store, Secret held, Secret refused) {
    if (!held.equals(refused)) {
      return;
    }
    profiles.mark(
        store.platform(),
        store.id(),
        Optional.of(
            new StoreProfiles.Mark(
                AccountState.NEEDS_REAUTHORISATION, Optional.of(Hashes.sha256(held.reveal())))));
    throw Words.secretRefused(store.account());
  }
}
