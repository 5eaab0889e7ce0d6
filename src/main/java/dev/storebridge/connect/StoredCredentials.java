package dev.storebridge.connect;

import dev.storebridge.connect.ShopLinks.Link;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.ShopAccount;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/** Tokens for calls: from the tenant file where it holds one, else from the account's grant. */
@ApplicationScoped
class StoredCredentials implements Credentials {
  private final GrantStore grants;
  private final ShopLinks links;
  private final TokenRefresh refresh;
  private final StoreGrants storeGrants;
  private final TikTokApps apps;
  private final Tenants tenants;

  StoredCredentials(
      GrantStore grants,
      ShopLinks links,
      TokenRefresh refresh,
      StoreGrants storeGrants,
      TikTokApps apps,
      Tenants tenants) {
    this.grants = grants;
    this.links = links;
    this.refresh = refresh;
    this.storeGrants = storeGrants;
    this.apps = apps;
    this.tenants = tenants;
  }

  @Override
  public StoreAccess store(StoreAccount store) {
    return switch (store.auth()) {
      case StoreAuth.PastedToken pasted -> new StoreAccess.Token(pasted.token());
      case StoreAuth.RestKey rest -> new StoreAccess.KeyPair(rest.key(), rest.secret());
      case StoreAuth.OwnApp own -> token(store);
      case StoreAuth.Consent consent ->
          store.platform() == Platform.WOOCOMMERCE ? handedOver(store) : token(store);
    };
  }

  private StoreAccess token(StoreAccount store) {
    return told(
        store.account(),
        () ->
            new StoreAccess.Token(
                usable(store.account(), storeGrants.of(store)).tokens().access()));
  }

  /** A key is kept as an access token, its secret as what would renew it. */
  private StoreAccess handedOver(StoreAccount store) {
    return told(
        store.account(),
        () -> {
          Grant.Tokens tokens = usable(store.account(), storeGrants.of(store)).tokens();
          return new StoreAccess.KeyPair(tokens.access(), tokens.refresh().orElseThrow());
        });
  }

  @Override
  public ShopAccess shop(ShopAccount shop) {
    return told(
        shop.account(),
        () -> {
          Link link =
              links
                  .ofConnection(shop.connectionId())
                  .filter(found -> found.shopId().equals(shop.id()))
                  .orElseThrow(() -> Words.notConnected(shop.account()));
          Grant grant = usable(shop.account(), grants.find(link.grantId()));
          AppKeys app = apps.named(grant.app()).orElseThrow(() -> Words.appGone(shop.account()));
          return new ShopAccess(app, grant.tokens().access(), link.cipher());
        });
  }

  private Grant usable(AccountId account, Optional<Grant> grant) {
    return refresh.usable(grant.orElseThrow(() -> Words.notConnected(account)));
  }

  @Override
  public void refused(AccountId account, Secret token) {
    told(
        account,
        () ->
            account.platform() == Platform.TIKTOK_SHOP
                ? refusedOf(account, links.ofShop(account.id()).map(Link::grantId), token)
                : refusedByStore(account, token));
  }

  @Override
  public void accepted(AccountId account) {
    if (account.platform() != Platform.TIKTOK_SHOP) {
      storeGrants.accepted(account);
    }
  }

  private Grant refusedOf(AccountId account, Optional<String> grantId, Secret token) {
    return refresh.renew(grantId.orElseThrow(() -> Words.notConnected(account)), token);
  }

  private Optional<Grant> refusedByStore(AccountId account, Secret token) {
    StoreAccount store = tenants.store(account.id()).orElseThrow(() -> Words.notConnected(account));
    Optional<Secret> pasted = StoreGrants.pasted(store);
    if (pasted.isPresent()) {
      storeGrants.refused(store, pasted.get(), token);
      return Optional.empty();
    }
    return Optional.of(refusedOf(account, storeGrants.of(store).map(Grant::id), token));
  }

  /** Faults of a grant are told as faults of the account that the call was for. */
  private static <T> T told(AccountId account, Supplier<T> work) {
    try {
      return work.get();
    } catch (TokenVault.UnreadableToken unreadable) {
      throw Words.sealed(account, unreadable);
    } catch (PlatformException fault) {
      throw fault.failure() == Failure.RE_AUTHORISE && !fault.account().equals(account)
          ? PlatformException.of(fault.failure(), account, fault.explanation()).causedBy(fault)
          : fault;
    }
  }
}
