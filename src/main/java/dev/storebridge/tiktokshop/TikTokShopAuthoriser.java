package dev.storebridge.tiktokshop;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Authoriser;
import dev.storebridge.platform.Explanation;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.Limits;
import dev.storebridge.platform.Platform;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.platform.Urgency;
import dev.storebridge.resilience.Egress;
import dev.storebridge.resilience.GuardedCall;
import dev.storebridge.resilience.Guards;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Connects shops through TikTok's consent page. The token calls are not signed and carry the app's
 * secret in their query, so their addresses are never logged. Source: TikTok docs, "Authorization
 * overview".
 */
@ApplicationScoped
public class TikTokShopAuthoriser implements Authoriser {

  private static final String CONSENT_US = "https://services.tiktokshops.us/open/authorize";
  private static final String CONSENT_ELSEWHERE = "https://services.tiktokshop.com/open/authorize";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 256 * 1024;
  private static final String SELLER = "0";

  /** What the egress says when nothing has left this machine. */
  private static final Set<String> NEVER_SENT = Set.of("unreachable", "tls");

  private final TikTokConfig config;
  private final Guards guards;
  private final Egress egress;
  private final TikTokApi api;
  private final TikTokErrors errors;

  TikTokShopAuthoriser(
      TikTokConfig config, Guards guards, Egress egress, TikTokApi api, TikTokErrors errors) {
    this.config = config;
    this.guards = guards;
    this.egress = egress;
    this.api = api;
    this.errors = errors;
  }

  @Override
  public Platform platform() {
    return Platform.TIKTOK_SHOP;
  }

  /** The callback's address is fixed in Partner Center and not part of the request. */
  @Override
  public URI consentPage(Request request) {
    String page =
        request
            .app()
            .consentUrl()
            .map(URI::toString)
            .orElse(request.region().equals("US") ? CONSENT_US : CONSENT_ELSEWHERE);
    return URI.create(
        "%s%sservice_id=%s&state=%s"
            .formatted(
                page,
                page.contains("?") ? "&" : "?",
                encoded(request.app().serviceId()),
                encoded(request.state())));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public Issued exchange(AppKeys app, Optional<StoreAccount> store, Map<String, String> callback) {
    String code = callback.getOrDefault("code", "");
    if (callback.containsKey("error") || code.isEmpty() || code.equals("null")) {
      throw refused(app, "consent-refused", "The authorisation was declined at TikTok.");
    }
    Map<String, String> query = keys(app, "authorized_code");
    query.put("auth_code", code);
    return issued(app, tokens(app, "/api/v2/token/get", query), Optional.empty());
  }

  @Override
  public Issued refresh(AppKeys app, Optional<StoreAccount> store, Secret refreshToken) {
    Map<String, String> query = keys(app, "refresh_token");
    query.put("refresh_token", refreshToken.reveal());
    JsonNode data = tokens(app, "/api/v2/token/refresh", query);
    return issued(app, data, Optional.of(refreshToken));
  }

  @Override
  public List<GrantedShop> shops(AppKeys app, Secret accessToken) {
    JsonNode data = api.call(app, accessToken, TikTokRequest.to(TikTokEndpoint.SHOPS));
    return TikTokJson.each(data, "shops").map(TikTokReader::shop).toList();
  }

  private static Map<String, String> keys(AppKeys app, String grantType) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("app_key", app.key());
    query.put("app_secret", app.secret().reveal());
    query.put("grant_type", grantType);
    return query;
  }

  private JsonNode tokens(AppKeys app, String path, Map<String, String> query) {
    AccountId account = TikTokApi.appAccount(app);
    return guards.call(
        account,
        Limits.CHOSEN_BY_US,
        new GuardedCall<>(
            TikTokEndpoint.Group.AUTHORISATION.label(),
            Urgency.ORDER,
            1,
            true,
            TIMEOUT,
            () -> ask(account, TikTokApi.address(config.authUrl(), path, query))));
  }

  /** A code works once and a refresh may replace its token, so a lost answer is an open outcome. */
  private JsonNode ask(AccountId account, URI address) {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
    TikTokAnswer answer;
    try {
      answer = TikTokAnswer.of(egress.send(account, request, MOST_BYTES));
    } catch (PlatformException fault) {
      throw NEVER_SENT.contains(fault.explanation().code()) ? fault : fault.withUnknownOutcome();
    }
    if (!answer.done()) {
      throw errors.exception(new TikTokErrors.Call(account, "", true), answer);
    }
    return answer.data();
  }

  private static Issued issued(AppKeys app, JsonNode data, Optional<Secret> former) {
    String access = TikTokJson.text(data, "access_token");
    String userType = TikTokJson.text(data, "user_type");
    if (!userType.isEmpty() && !userType.equals(SELLER)) {
      throw refused(app, "not-a-seller", "The account that authorised is not a seller's.");
    }
    if (access.isEmpty() || !data.path("access_token_expire_in").canConvertToLong()) {
      throw refused(app, "no-token", "TikTok's answer has no access token.");
    }
    return new Issued(
        TikTokJson.text(data, "open_id"),
        TikTokJson.text(data, "seller_name"),
        new Secret(access),
        second(data, "access_token_expire_in").orElseThrow(),
        Optional.of(TikTokJson.text(data, "refresh_token"))
            .filter(token -> !token.isEmpty())
            .map(Secret::new)
            .or(() -> former),
        second(data, "refresh_token_expire_in"),
        Set.copyOf(TikTokJson.texts(data, "granted_scopes")));
  }

  /** Seconds since 1970, in spite of the fields' names. */
  private static Optional<Instant> second(JsonNode data, String field) {
    long seconds = data.path(field).asLong();
    return seconds > 0 ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
  }

  private static PlatformException refused(AppKeys app, String code, String cause) {
    return PlatformException.of(
        Failure.RE_AUTHORISE,
        TikTokApi.appAccount(app),
        Explanation.of(
            code, cause, "", "Authorise the shop again, signed in as the shop's owner."));
  }
}
