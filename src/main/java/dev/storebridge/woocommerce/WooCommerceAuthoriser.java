package dev.storebridge.woocommerce;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Authoriser;
import dev.storebridge.platform.Credentials.StoreAccess.KeyPair;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.resilience.Egress;
import dev.storebridge.resilience.Guards;
import dev.storebridge.woocommerce.RestApi.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Connects a WooCommerce store by key hand-over: the merchant agrees on a page of their own site,
 * which makes a REST key and posts it to us.
 *
 * <p>A key lives until the merchant deletes it. It is issued as an access token without an end, its
 * secret in the place of a refresh token.
 */
@ApplicationScoped
public class WooCommerceAuthoriser implements Authoriser {

  private static final Duration UNLIMITED = Duration.ofDays(3650);
  private static final String SCOPE = "read_write";

  private final Egress egress;
  private final Guards guards;
  private final Clock clock;

  public WooCommerceAuthoriser(Egress egress, Guards guards, Clock clock) {
    this.egress = egress;
    this.guards = guards;
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Platform.WOOCOMMERCE;
  }

  /** The browser comes back to the callback's neighbour {@code return}; the key goes to itself. */
  @Override
  public URI consentPage(Request request) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("app_name", request.app().key());
    query.put("scope", SCOPE);
    query.put("user_id", request.state());
    query.put("return_url", request.callback().resolve("return").toString());
    query.put("callback_url", request.callback().toString());
    return URI.create(
        store(request.store()).url() + "/wc-auth/v1/authorize?" + WooCommerceSigner.text(query));
  }

  /**
   * Tries the key that was posted at the store's own address, so that one of another site is worth
   * nothing.
   *
   * @param callback what the shop posted: {@code consumer_key}, {@code consumer_secret}, {@code
   *     key_permissions}
   */
  @Override
  public Issued exchange(AppKeys app, Optional<StoreAccount> store, Map<String, String> callback) {
    StoreAccount account = store(store);
    KeyPair keys = keys(account.account(), callback);
    if (!callback.getOrDefault("key_permissions", "").equals(SCOPE)) {
      throw WooCommerceErrors.badConsent(
          account.account(), "key-permissions", "The key may not both read and write.");
    }
    RestApi api = new WooCommerceApi(egress, guards, new OneKey(keys), clock);
    RestApi.Reply tried =
        api.ask(
            account, new Ask("settings/general", Map.of("_fields", "id,value"), Urgency.CONTENT));
    if (!tried.body().isArray()) {
      throw WooCommerceErrors.noCurrency(account.account());
    }
    String site = String.valueOf(account.url().getHost());
    return new Issued(
        site,
        site,
        keys.key(),
        clock.instant().plus(UNLIMITED),
        Optional.of(keys.secret()),
        Optional.empty(),
        Set.of(SCOPE));
  }

  /** A key that is refused stays refused. */
  @Override
  public Issued refresh(AppKeys app, Optional<StoreAccount> store, Secret refreshToken) {
    throw WooCommerceErrors.needsConsent(store(store).account());
  }

  @Override
  public List<GrantedShop> shops(AppKeys app, Secret accessToken) {
    return List.of();
  }

  private static KeyPair keys(AccountId account, Map<String, String> callback) {
    String key = callback.getOrDefault("consumer_key", "");
    String secret = callback.getOrDefault("consumer_secret", "");
    if (!key.matches("ck_[0-9a-f]{40}") || !secret.matches("cs_[0-9a-f]{40}")) {
      throw WooCommerceErrors.badConsent(
          account, "key-malformed", "What the site handed over is no REST key.");
    }
    return new KeyPair(new Secret(key), new Secret(secret));
  }

  private static StoreAccount store(Optional<StoreAccount> store) {
    return store.orElseThrow(() -> new IllegalArgumentException("a WooCommerce key is of a store"));
  }
}
