package dev.storebridge.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.storebridge.platform.AccountId;
import dev.storebridge.platform.Credentials;
import dev.storebridge.platform.Failure;
import dev.storebridge.platform.PlatformException;
import dev.storebridge.platform.Secret;
import dev.storebridge.platform.StoreAccount;
import dev.storebridge.resilience.Egress;
import dev.storebridge.resilience.GuardedCall;
import dev.storebridge.resilience.Guards;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Asks the GraphQL Admin API, behind the guard of the store, with the token of the moment. */
final class ShopifyApi implements AdminApi {

  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Logger LOG = Logger.getLogger(ShopifyApi.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int MAX_ANSWER = 32 * 1024 * 1024;

  private final String version;
  private final Egress egress;
  private final Guards guards;
  private final Credentials credentials;
  private final Set<String> otherVersions = ConcurrentHashMap.newKeySet();

  ShopifyApi(ShopifyConfig config, Egress egress, Guards guards, Credentials credentials) {
    this.version = config.apiVersion();
    this.egress = egress;
    this.guards = guards;
    this.credentials = credentials;
  }

  /** A refused token is reported and the call repeated once with the next one. */
  @Override
  public JsonNode ask(StoreAccount store, Query query) {
    Secret token = token(store);
    try {
      JsonNode data = guarded(store, query, token);
      credentials.accepted(store.account());
      return data;
    } catch (PlatformException e) {
      if (e.failure() != Failure.REFRESH_TOKEN) {
        throw e;
      }
      credentials.refused(store.account(), token);
    }
    try {
      return guarded(store, query, token(store));
    } catch (PlatformException e) {
      throw e.failure() == Failure.REFRESH_TOKEN ? ShopifyErrors.needsConsent(e) : e;
    }
  }

  private Secret token(StoreAccount store) {
    return switch (credentials.store(store)) {
      case Credentials.StoreAccess.Token access -> access.token();
      case Credentials.StoreAccess.KeyPair ignored ->
          throw ShopifyErrors.needsConsent(store.account());
    };
  }

  private JsonNode guarded(StoreAccount store, Query query, Secret token) {
    HttpRequest request = request(store, query, token);
    return guards.call(
        store.account(),
        store.limits(),
        new GuardedCall<>(
            "graphql",
            query.urgency(),
            query.document().cost(),
            query.document().once(),
            TIMEOUT,
            () -> attempt(store.account(), query, request)));
  }

  private JsonNode attempt(AccountId account, Query query, HttpRequest request) {
    try {
      return once(account, request);
    } catch (PlatformException fault) {
      throw query.document().once() && ShopifyErrors.mayHaveBeenDone(fault)
          ? fault.withUnknownOutcome()
          : fault;
    }
  }

  private HttpRequest request(StoreAccount store, Query query, Secret token) {
    return HttpRequest.newBuilder(
            URI.create(store.url() + "/admin/api/" + version + "/graphql.json"))
        .timeout(TIMEOUT)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .header("X-Shopify-Access-Token", token.reveal())
        .POST(HttpRequest.BodyPublishers.ofString(body(query)))
        .build();
  }

  private static String body(Query query) {
    try {
      return JSON.writeValueAsString(
          Map.of("query", query.document().text(), "variables", query.variables()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("variables of " + query.document().name(), e);
    }
  }

  private JsonNode once(AccountId account, HttpRequest request) {
    Egress.Answer answer = egress.send(account, request, MAX_ANSWER);
    String requestId = answer.headers().firstValue("x-request-id").orElse("");
    try {
      ShopifyErrors.checkStatus(account, answer);
      noticeVersion(answer);
      JsonNode json = parse(account, answer);
      reportBudget(account, json.path("extensions").path("cost").path("throttleStatus"));
      ShopifyErrors.checkAnswer(account, json);
      return json.get("data");
    } catch (PlatformException e) {
      throw e.request(requestId);
    }
  }

  private static JsonNode parse(AccountId account, Egress.Answer answer) {
    try {
      JsonNode json = JSON.readTree(answer.body());
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      throw ShopifyErrors.unreadable(account).causedBy(e);
    }
    throw ShopifyErrors.unreadable(account);
  }

  private void reportBudget(AccountId account, JsonNode bucket) {
    if (bucket.path("maximumAvailable").isNumber()) {
      guards.report(
          account,
          new Guards.Budget(
              bucket.path("currentlyAvailable").asDouble(),
              bucket.path("maximumAvailable").asDouble(),
              bucket.path("restoreRate").asDouble()));
    }
  }

  /** A version that is no longer served falls forward silently: only this header tells. */
  private void noticeVersion(Egress.Answer answer) {
    answer
        .headers()
        .firstValue("X-Shopify-API-Version")
        .filter(used -> !used.equals(version) && otherVersions.add(used))
        .ifPresent(
            used ->
                LOG.warnf(
                    "Shopify answers with API version %s although %s was asked for",
                    used, version));
  }
}
