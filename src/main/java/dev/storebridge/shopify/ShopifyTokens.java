package dev.storebridge.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.AppKeys;
import dev.storebridge.platform.Authoriser.Issued;
import dev.storebridge.platform.Secret;
import dev.storebridge.resilience.Egress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The one address of a store that issues tokens, whatever the grant. */
final class ShopifyTokens {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int MAX_ANSWER = 64 * 1024;

  /** How long a token is taken to live when Shopify names no end. */
  private static final Duration UNLIMITED = Duration.ofDays(3650);

  private final Egress egress;
  private final Clock clock;

  ShopifyTokens(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  /**
   * Where tokens are asked for.
   *
   * @param subject whose tokens they are
   */
  record Place(AccountId account, URI base, String subject) {}

  /**
   * @throws dev.storebridge.platform.PlatformException {@code RE_AUTHORISE} when what is shown to
   *     get a token is used, old or wrong
   */
  Issued request(Place place, AppKeys app, Map<String, String> grant) {
    Egress.Answer answer = egress.send(place.account(), post(place, app, grant), MAX_ANSWER);
    if (answer.status() == 400 || answer.status() == 401) {
      throw ShopifyErrors.badConsent(
          place.account(), reason(answer), "Shopify did not issue an access token.");
    }
    ShopifyErrors.checkStatus(place.account(), answer);
    return tree(answer)
        .filter(json -> json.path("access_token").isTextual())
        .map(json -> issued(place, json))
        .orElseThrow(() -> ShopifyErrors.unreadable(place.account()));
  }

  private static HttpRequest post(Place place, AppKeys app, Map<String, String> grant) {
    Map<String, String> body = new HashMap<>(grant);
    body.put("client_id", app.key());
    body.put("client_secret", app.secret().reveal());
    try {
      return HttpRequest.newBuilder(URI.create(place.base() + "/admin/oauth/access_token"))
          .timeout(TIMEOUT)
          .header("Content-Type", "application/json")
          .header("Accept", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(ShopifyApi.JSON.writeValueAsString(body)))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of strings is always JSON", e);
    }
  }

  private Issued issued(Place place, JsonNode json) {
    Instant now = clock.instant();
    return new Issued(
        place.subject(),
        place.subject(),
        new Secret(json.path("access_token").asText()),
        now.plus(lifetime(json, "expires_in").orElse(UNLIMITED)),
        Optional.ofNullable(json.path("refresh_token").textValue()).map(Secret::new),
        lifetime(json, "refresh_token_expires_in").map(now::plus),
        scopes(json.path("scope").asText("")));
  }

  private static Optional<Duration> lifetime(JsonNode json, String member) {
    return Optional.of(json.path(member))
        .filter(JsonNode::isNumber)
        .map(seconds -> Duration.ofSeconds(seconds.asLong()));
  }

  private static Set<String> scopes(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(scope -> !scope.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String reason(Egress.Answer answer) {
    return tree(answer).map(json -> json.path("error").asText("")).orElse("");
  }

  private static Optional<JsonNode> tree(Egress.Answer answer) {
    try {
      return Optional.ofNullable(ShopifyApi.JSON.readTree(answer.body()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
