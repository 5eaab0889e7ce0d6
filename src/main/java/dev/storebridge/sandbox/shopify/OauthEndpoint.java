package dev.storebridge.sandbox.shopify;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.storebridge.sandbox.http.Incoming;
import dev.storebridge.sandbox.http.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Consent and tokens: the authorisation-code grant with expiring tokens, refresh, and client
 * credentials.
 */
final class OauthEndpoint {

  static final String AUTHORISE = "/admin/oauth/authorize";
  static final String TOKEN = "/admin/oauth/access_token";

  private final ShopifySettings settings;
  private final Tokens tokens;
  private final Clock clock;

  OauthEndpoint(ShopifySettings settings, Tokens tokens) {
    this.settings = settings;
    this.tokens = tokens;
    this.clock = settings.clock();
  }

  /** Shows the merchant what the app wants; the form's answer is the consent. */
  Reply authorise(Incoming request) {
    Map<String, String> asked = request.parameters();
    if (!settings.apps().clientId().equals(asked.get("client_id"))) {
      return Reply.html(400, "<html><body>Oauth error invalid_request: unknown app</body></html>");
    }
    String redirect = asked.getOrDefault("redirect_uri", "");
    if (!redirect.startsWith("http")) {
      return Reply.html(
          400,
          "<html><body>Oauth error invalid_request: The redirect_uri is not whitelisted</body></html>");
    }
    return request.method().equals("POST") ? consent(asked, redirect) : page(request, asked);
  }

  private Reply page(Incoming request, Map<String, String> asked) {
    String wanted = escaped(asked.getOrDefault("scope", ""));
    return Reply.html(
        200,
        "<!DOCTYPE html><html lang=\"en\"><head><title>Install app</title><link rel=\"icon\" href=\"data:,\"></head><body>"
            + "<h1>Install this app at "
            + escaped(settings.shop().name())
            + "?</h1><p>It asks for: "
            + wanted
            + "</p><form method=\"post\" action=\""
            + escaped(AUTHORISE + "?" + request.query())
            + "\"><button>Install</button></form></body></html>");
  }

  private Reply consent(Map<String, String> asked, String redirect) {
    TreeMap<String, String> answer = new TreeMap<>();
    answer.put("code", tokens.code(granted(asked.getOrDefault("scope", ""))));
    answer.put("host", host());
    answer.put("shop", settings.shop().domain());
    answer.put("timestamp", Long.toString(clock.instant().getEpochSecond()));
    if (asked.containsKey("state")) {
      answer.put("state", asked.get("state"));
    }
    String joint = redirect.contains("?") ? "&" : "?";
    String query = SignedQuery.of(answer, settings.apps().clientSecret());
    return Reply.html(302, "").with("Location", redirect + joint + query);
  }

  private Set<String> granted(String scope) {
    Set<String> wanted = new TreeSet<>(Arrays.asList(scope.split("[, ]+", -1)));
    wanted.retainAll(allowed());
    return wanted;
  }

  private Set<String> allowed() {
    Set<String> allowed = new TreeSet<>(settings.apps().scopes());
    settings.apps().scopes().forEach(name -> allowed.add(name.replaceFirst("^write_", "read_")));
    return allowed;
  }

  /** Trades a code, a refresh token or the app's credentials for tokens. */
  Reply token(Incoming request) {
    if (!request.method().equals("POST")) {
      return Reply.html(404, "<html><body>Not Found</body></html>");
    }
    Map<String, String> asked = members(request);
    boolean known =
        settings.apps().clientId().equals(asked.get("client_id"))
            && settings.apps().clientSecret().equals(asked.get("client_secret"));
    if (!known) {
      return refused("invalid_client", "The client id or secret is wrong.");
    }
    return switch (asked.getOrDefault("grant_type", "authorization_code")) {
      case "client_credentials" -> issued(tokens.clientCredentials());
      case "refresh_token" ->
          tokens
              .refresh(asked.get("refresh_token"))
              .map(this::issued)
              .orElseGet(() -> refused("invalid_grant", "The refresh token is not valid."));
      case "authorization_code" -> redeemed(asked);
      default -> refused("unsupported_grant_type", "This grant is not supported.");
    };
  }

  private Reply redeemed(Map<String, String> asked) {
    Optional<Tokens.Issued> issued =
        tokens.redeem(asked.get("code"), "1".equals(asked.get("expiring")));
    return issued
        .map(this::issued)
        .orElseGet(
            () ->
                refused(
                    "invalid_request", "The authorization code was not found or was already used"));
  }

  private Reply issued(Tokens.Issued issued) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", issued.access());
    answer.put("scope", String.join(",", new TreeSet<>(issued.grant().scopes())));
    if (!issued.grant().until().equals(java.time.Instant.MAX)) {
      Duration left = Duration.between(clock.instant(), issued.grant().until());
      answer.put("expires_in", left.toSeconds());
    }
    if (issued.refresh() != null) {
      answer.put("refresh_token", issued.refresh());
      answer.put("refresh_token_expires_in", Tokens.REFRESH_LIFE.toSeconds());
    }
    return Reply.json(200, answer);
  }

  private static Reply refused(String error, String description) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("error", error);
    answer.put("error_description", description);
    return Reply.json(400, answer);
  }

  private static Map<String, String> members(Incoming request) {
    String type = request.header("Content-Type");
    if (type == null || !type.startsWith("application/json")) {
      return request.form();
    }
    try {
      return Reply.JSON.readValue(request.body(), new TypeReference<Map<String, String>>() {});
    } catch (IOException e) {
      return Map.of();
    }
  }

  private String host() {
    String admin = "admin.shopify.com/store/" + settings.shop().domain().replaceFirst("\\..*", "");
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(admin.getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
