package dev.storebridge.platform;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How an account of a platform is connected: consent, exchange, refresh. */
public interface Authoriser {

  Platform platform();

  /** Where the merchant's browser goes to consent. */
  URI consentPage(Request request);

  /**
   * Turns the query of a callback into tokens. For a store with {@link StoreAuth.OwnApp} there is
   * no callback: the map is empty, {@code app} holds the own app's keys and the answer is a token
   * of the client credentials grant, without a refresh token.
   *
   * @throws PlatformException with {@link Failure#RE_AUTHORISE} when the code is used, old or
   *     refused
   */
  Issued exchange(AppKeys app, Optional<StoreAccount> store, Map<String, String> callback);

  /**
   * @throws PlatformException with {@link Failure#RE_AUTHORISE} when only new consent helps
   */
  Issued refresh(AppKeys app, Optional<StoreAccount> store, Secret refreshToken);

  /** The shops that a grant covers; empty for stores. */
  List<GrantedShop> shops(AppKeys app, Secret accessToken);

  /**
   * A consent to ask for.
   *
   * @param region of the shop to be connected, empty for a store
   */
  record Request(
      AppKeys app, String region, String state, URI callback, Optional<StoreAccount> store) {}

  /**
   * Tokens as issued; times are absolute.
   *
   * @param subject who granted, the platform's id
   * @param refreshToken empty where the platform gives none
   */
  record Issued(
      String subject,
      String name,
      Secret accessToken,
      Instant accessExpiresAt,
      Optional<Secret> refreshToken,
      Optional<Instant> refreshExpiresAt,
      Set<String> scopes) {}

  /** A shop that a grant covers. */
  record GrantedShop(String id, String name, String region, String cipher) {}
}
