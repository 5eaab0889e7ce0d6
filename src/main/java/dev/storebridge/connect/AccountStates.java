package dev.storebridge.connect;

import dev.storebridge.connect.ShopLinks.Link;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.tenant.ConnectionRules;
import dev.storebridge.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** In which state the accounts of a connection are; others tell what they found out on the way. */
@ApplicationScoped
public class AccountStates {
  private final GrantStore grants;
  private final ShopLinks links;
  private final StoredLinkedShops linked;
  private final StoreGrants storeGrants;
  private final StoreProfiles profiles;
  private final Tenants tenants;

  AccountStates(
      GrantStore grants,
      ShopLinks links,
      StoredLinkedShops linked,
      StoreGrants storeGrants,
      StoreProfiles profiles,
      Tenants tenants) {
    this.grants = grants;
    this.links = links;
    this.linked = linked;
    this.storeGrants = storeGrants;
    this.profiles = profiles;
    this.tenants = tenants;
  }

  /**
   * The channel's side of a connection.
   *
   * @param id of the linked shop, else the one that the tenant file names
   * @param tokenExpiresAt when the present access token ends; it is renewed before
   */
  public record Shop(
      Optional<String> id,
      Optional<String> name,
      String region,
      AccountState state,
      Optional<Instant> tokenExpiresAt) {}

  /** The state of a connection's shop. */
  public Shop shop(ConnectionRules rules) {
    Optional<Link> link = linked.link(rules);
    Optional<Grant> grant = link.flatMap(found -> grants.find(found.grantId()));
    return new Shop(
        link.map(Link::shopId).or(rules.shop()::id),
        link.map(Link::name),
        rules.shop().region(),
        link.flatMap(Link::mark).orElseGet(() -> stateOf(grant)),
        grant.filter(Grant::active).map(found -> found.tokens().accessExpiresAt()));
  }

  /** The state of a store. */
  public AccountState store(StoreAccount store) {
    return profiles
        .mark(store.id())
        .filter(mark -> stands(mark, store))
        .map(StoreProfiles.Mark::state)
        .orElseGet(
            () ->
                store.auth() instanceof StoreAuth.Consent
                    ? stateOf(storeGrants.known(store))
                    : storeGrants
                        .known(store)
                        .map(grant -> stateOf(Optional.of(grant)))
                        .orElse(AccountState.CONNECTED));
  }

  /** The state of one account, {@code UNAUTHORISED} when nobody knows it. */
  public AccountState accountState(AccountId account) {
    return account.platform() == Platform.TIKTOK_SHOP
        ? links
            .ofShop(account.id())
            .map(link -> link.mark().orElseGet(() -> stateOf(grants.find(link.grantId()))))
            .orElse(AccountState.UNAUTHORISED)
        : tenants.store(account.id()).map(this::store).orElse(AccountState.UNAUTHORISED);
  }

  /** Tells that the platform has suspended the account. */
  public void suspend(AccountId account) {
    mark(account, Optional.of(AccountState.SUSPENDED));
  }

  /** Tells that the account does not answer for longer than a retry. */
  public void unreachable(AccountId account) {
    mark(account, Optional.of(AccountState.UNREACHABLE));
  }

  /** Tells that the account does what it is asked; costs no statement when that is no news. */
  public void reached(AccountId account) {
    mark(account, Optional.empty());
  }

  private void mark(AccountId account, Optional<AccountState> state) {
    if (account.platform() == Platform.TIKTOK_SHOP) {
      links.mark(account.id(), state);
    } else {
      profiles.mark(
          account.platform(),
          account.id(),
          state.map(found -> new StoreProfiles.Mark(found, Optional.empty())));
    }
  }

  private static AccountState stateOf(Optional<Grant> grant) {
    return grant
        .map(found -> found.active() ? AccountState.CONNECTED : AccountState.NEEDS_REAUTHORISATION)
        .orElse(AccountState.UNAUTHORISED);
  }

  /** A refused credential is no news any more when the tenant file holds another one. */
  private static boolean stands(StoreProfiles.Mark mark, StoreAccount store) {
    return mark.credential().isEmpty()
        || mark.credential()
            .equals(StoreGrants.pasted(store).map(secret -> Hashes.sha256(secret.reveal())));
  }
}
