package dev.storebridge.shopify;

import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Authoriser;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.StoreAuth;
import dev.storebridge.resilience.Egress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Connects a Shopify store: the authorization code grant with expiring offline tokens for the
 * service's app, the client credentials grant for a merchant's own app.
 */
@ApplicationScoped
public class ShopifyAuthoriser implements Authoriser {

  /** What the product needs in all; asking once spares the merchant a second consent. */
  static final List<String> SCOPES =
      List.of(
          "read_products",
          "write_inventory",
          "read_locations",
          "write_orders",
          "write_merchant_managed_fulfillment_orders",
          "write_third_party_fulfillment_orders");

  private static final Pattern SHOP = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9-]*\\.myshopify\\.com");
  private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{1,12}");
  private static final Duration MOST_SKEW = Duration.ofSeconds(90);

  private final ShopifyTokens tokens;
  private final Clock clock;

  public ShopifyAuthoriser(Egress egress, Clock clock) {
    this.tokens = new ShopifyTokens(egress, clock);
    this.clock = clock;
  }

  @Override
  public Platform platform() {
    return Platform.SHOPIFY;
  }

  @Override
  public URI consentPage(Request request) {
    StoreAccount store =
        request
            .store()
            .orElseThrow(() -> new IllegalArgumentException("a Shopify consent is a store's own"));
    return URI.create(
        store.url()
            + "/admin/oauth/authorize?client_id="
            + encode(request.app().key())
            + "&scope="
            + encode(String.join(",", SCOPES))
            + "&redirect_uri="
            + encode(request.callback().toString())
            + "&state="
            + encode(request.state())
            + "&grant_options%5B%5D=");
  }

  /**
   * The state is checked by whoever made it; everything else of the callback is checked here.
   *
   * <p>The code is exchanged at the store's own address, so that a code of another store is worth
   * nothing.
   */
  @Override
  public Issued exchange(AppKeys app, Optional<StoreAccount> store, Map<String, String> callback) {
    if (store.isPresent() && store.get().auth() instanceof StoreAuth.OwnApp) {
      ShopifyTokens.Place place = place(store.get());
      return tokens.request(place, app, Map.of("grant_type", "client_credentials"));
    }
    String shop = callback.getOrDefault("shop", "");
    AccountId account =
        store.map(StoreAccount::account).orElse(new AccountId(Platform.SHOPIFY, shop));
    check(account, app, callback);
    URI base = store.map(StoreAccount::url).orElse(URI.create("https://" + shop));
    return tokens.request(
        new ShopifyTokens.Place(account, base, shop),
        app,
        Map.of("code", callback.getOrDefault("code", ""), "expiring", "1"));
  }

  @Override
  public Issued refresh(AppKeys app, Optional<StoreAccount> store, Secret refreshToken) {
    StoreAccount account =
        store.orElseThrow(
            () -> new IllegalArgumentException("a Shopify token is refreshed at its store"));
    return tokens.request(
        place(account),
        app,
        Map.of("grant_type", "refresh_token", "refresh_token", refreshToken.reveal()));
  }

  @Override
  public List<GrantedShop> shops(AppKeys app, Secret accessToken) {
    return List.of();
  }

  private void check(AccountId account, AppKeys app, Map<String, String> callback) {
    if (!CallbackSignature.valid(app.secret(), callback)) {
      throw refused(account, "its signature is wrong");
    }
    if (!SHOP.matcher(callback.getOrDefault("shop", "")).matches()) {
      throw refused(account, "it names no myshopify.com store");
    }
    String timestamp = callback.getOrDefault("timestamp", "");
    if (!EPOCH_SECONDS.matcher(timestamp).matches() || !recent(Long.parseLong(timestamp))) {
      throw refused(account, "it is too old or too new");
    }
  }

  private boolean recent(long epochSeconds) {
    Duration age = Duration.between(Instant.ofEpochSecond(epochSeconds), clock.instant());
    return age.abs().compareTo(MOST_SKEW) <= 0;
  }

  private static PlatformException refused(AccountId account, String why) {
    return ShopifyErrors.badConsent(
        account, "callback", "Shopify's answer to the consent was not accepted: " + why + ".");
  }

  private static ShopifyTokens.Place place(StoreAccount store) {
    return new ShopifyTokens.Place(store.account(), store.url(), store.url().getHost());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
